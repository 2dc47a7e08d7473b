import { say } from '../../../src/language/say.js';
import type { Button } from '../message.js';

/** Gives a host's command, as if whoever presses had typed it: `pause`, `set title`. */
export const commandButton = (
  words: string,
  label: string,
  look?: NonNullable<Button['look']>,
): Button => ({
  ...{ verb: 'give-command', subject: `${say('names:command.schedule')} ${words}`, label },
  ...(look === undefined ? {} : { look }),
});
