import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import type { FoundChannel } from './channel-finder.js';
import { plainWords, quoted } from '../words/plain-words.js';

/** What can be announced in a channel. */
export const ALERT_EVENTS = [
  'requested',
  'booked',
  'moved',
  'proposed',
  'cancelled',
  'declined',
  'expired',
  'attendance',
] as const;
export type AlertEvent = (typeof ALERT_EVENTS)[number];

/** How much of an attendee a channel is shown; `full` is everything the host knows. */
export const ALERT_DETAILS = ['none', 'first-name', 'name', 'full'] as const;
export type AlertDetail = (typeof ALERT_DETAILS)[number];

export interface AlertOptions {
  /** Null: everything that happens. */
  readonly events: readonly AlertEvent[] | null;
  readonly detail: AlertDetail;
}

export const alertEventsSchema = z
  .array(z.enum(ALERT_EVENTS))
  .min(1)
  .overwrite((events) => ALERT_EVENTS.filter((event) => events.includes(event)))
  .nullable();

export const alertDetailSchema = z.enum(ALERT_DETAILS);

/** What a channel starts with. Whoever may read a public one need not know who comes. */
export const usualOptions = ({ isPublic }: FoundChannel): AlertOptions => ({
  events: null,
  detail: isPublic ? 'first-name' : 'name',
});

/** Says why a channel starts with less of a name than others do; nothing of one that does not. */
export const publicNotes = (found: readonly FoundChannel[]): string[] =>
  found
    .filter(({ isPublic }) => isPublic)
    .map(({ channelName: channel }) => say('alerts:public', { channel }));

/** `booked, cancelled`, or `all`. */
export function readEvents(text: string): Outcome<readonly AlertEvent[] | null, SentenceProblem> {
  const words = plainWords(text)
    .split(/[\s,]+/)
    .filter((word) => word !== '' && word !== 'and');
  if (words.length === 1 && words[0] === 'all') return done(null);
  const wrong = words.find((word) => !ALERT_EVENTS.some((event) => event === word));
  if (wrong === undefined && words.length > 0) {
    return done(ALERT_EVENTS.filter((event) => words.includes(event)));
  }
  const facts = { text: quoted(wrong ?? text), events: ALERT_EVENTS.join(', ') };
  return refusedWith(say('alerts:noSuchEvent', facts));
}

/** `booked, cancelled; first name only`. */
export const describeOptions = ({ events, detail }: AlertOptions): string =>
  say('alerts:options', {
    events: events === null ? say('alerts:everything') : events.join(', '),
    detail: say(`alerts:detail.${detail}`),
  });
