import { say } from '../../../src/language/say.js';
import type { Button } from '../message.js';

/** Takes a change back, by its id. */
export const undoButton = (id: string): Button => ({
  verb: 'undo',
  subject: id,
  label: say('calendar:undo.button'),
});
