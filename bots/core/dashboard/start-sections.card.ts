import { ageWords } from '../../../src/language/age-words.js';
import { say } from '../../../src/language/say.js';
import { commandButton } from '../cards/command-button.js';
import type { Message } from '../message.js';
import type { SilentChannel } from '../painting/silent-channels.js';

/** What does not work; nothing while everything does. */
export function brokenSections(silent: readonly SilentChannel[]): Message[] {
  if (silent.length === 0) return [];
  const lines = silent.map(({ channel, seconds }) => [
    say('home:broken.channel', { channel, age: ageWords(seconds * 1_000) }),
  ]);
  const test = commandButton('alerts test', say('home:broken.test'));
  return [{ title: say('home:broken.title'), lines, buttons: [test] }];
}

/** For somebody who may have a calendar and has none. */
export const startSection = (): Message => ({
  title: say('home:start.title'),
  lines: [[say('home:start.what')]],
  buttons: [commandButton('setup', say('home:start.button'), 'primary')],
});

/** `contact` is the address of whoever runs this server, where they gave one. */
export const helpSection = (reader: 'host' | 'attendee', contact: string | null): Message => ({
  title: say('home:help.title'),
  lines: [
    [say(`home:help.${reader}`)],
    ...(contact === null ? [] : [[say('home:help.support', { contact })]]),
  ],
});
