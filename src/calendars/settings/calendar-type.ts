import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { plainWords } from '../words/plain-words.js';

/** The one kind of booking calendar: one host, one attendee at a time. */
export type CalendarType = 'personal';

export const calendarTypeSchema = z.literal('personal', {
  error: () => say('settings:type.onlyPersonal'),
});

export function parseCalendarType(text: string): Outcome<CalendarType, SentenceProblem> {
  const isPersonal = /^personal(?: (?:booking )?calendar)?$/.test(plainWords(text));
  return isPersonal ? done('personal') : refusedWith(say('settings:type.onlyPersonal'));
}

/** Names as people read them, such as `@ada`, and how the command to hand over is called here. */
export interface SecondHost {
  readonly host: string;
  readonly other: string;
  /** `/schedule calendar host`, with the renamed top level where it was renamed. */
  readonly command: string;
}

/** There is always exactly one host: a second one is refused, with the way to hand over. */
export const refuseSecondHost = (second: SecondHost) =>
  refusedWith(say('settings:host.onlyOne', { ...second }));
