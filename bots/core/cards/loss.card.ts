import { say } from '../../../src/language/say.js';
import type { Message } from '../message.js';
import { commandButton } from './command-button.js';

/** For a host who is told of their bookings elsewhere from now on. */
export const lossCard = (place: string, standing: number): Message => ({
  title: say('lost:elsewhere.title', { place }),
  lines: [
    [say('lost:standing', { count: standing })],
    [say('lost:elsewhere.open')],
    [say('lost:mail.again')],
  ],
});

interface PausedCalendar {
  readonly slug: string;
  readonly settings: { readonly title: string };
}

/** More of them are resumed by the command. */
const MOST_BUTTONS = 5;

/** For a host whose calendars were paused because nobody could tell them of bookings. */
export const regainedCard = (paused: readonly PausedCalendar[]): Message => {
  const titles = paused.map(({ settings }) => settings.title).join(', ');
  return {
    title: say('lost:regained.title'),
    lines: [
      [say('lost:regained.paused', { count: paused.length, titles })],
      [say('lost:regained.again')],
    ],
    buttons: paused
      .slice(0, MOST_BUTTONS)
      .map(({ slug, settings: { title } }) =>
        commandButton(`resume --calendar ${slug}`, say('lost:regained.resume', { title })),
      ),
  };
};
