import type { ChangeKind } from '../../../src/bookings/history/booking-change.entity.js';
import { say } from '../../../src/language/say.js';
import { type Message, sentences, time } from '../message.js';
import {
  actingHost,
  type BookingCardFacts,
  cancelledTitle,
  delegateLines,
  reasonLines,
} from './booking.card.js';
import { timeList } from './waiting.card.js';

/** The latest thing that happened to a booking. */
export interface LatestChange {
  readonly kind: ChangeKind;
  readonly actor: string;
  readonly reason: string | null;
  /** The starts it was about, epoch milliseconds. */
  readonly asked: readonly number[];
}

/** One line under the card for each change. */
export function changeReply(facts: BookingCardFacts, change: LatestChange): Message {
  const { start, timeZone } = facts;
  const stays = time(start, timeZone);
  const { kind } = change;
  // A sentence that names who did it names the delegate, too.
  const author = NAMES_HOST.has(kind) ? [] : delegateLines(facts);
  const reasons = [...reasonLines(change.reason), ...author];
  if (kind === 'confirmed' && change.actor === 'attendee') {
    const { attendeeName: attendee } = facts;
    return { lines: [[say('cards:reply.picked', { attendee }), ' ', stays], ...reasons] };
  }
  switch (kind) {
    case 'booked':
    case 'confirmed':
    case 'declined':
    case 'expired':
      return { lines: [[said(kind, change, facts)], ...reasons] };
    case 'showed':
    case 'no_show': {
      const { attendeeName: attendee } = facts;
      return sentences(say(`cards:attendance.noted.${kind}`, { attendee }));
    }
    case 'cancelled':
      return { lines: [[cancelledTitle(facts)], ...reasons] };
    case 'moved':
      return { lines: [[say('cards:movedTo'), ' ', stays], ...reasons] };
    case 'move_requested':
    case 'proposed': {
      const times = change.asked.map((asked) => ({ start: asked }));
      return { lines: [[said(kind, change, facts), ...timeList(times, timeZone)], ...reasons] };
    }
    case 'requested':
    case 'move_declined':
    case 'move_withdrawn':
    case 'move_wanted':
    case 'handed_over':
    case 'move_kept':
    case 'proposal_ended':
      return { lines: [[said(kind, change, facts), ' ', stays], ...reasons] };
  }
}

/** What a host does, in sentences that name them. */
const NAMES_HOST: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  ...(['confirmed', 'declined', 'move_declined', 'move_wanted', 'proposed'] as const),
]);

type Said = Exclude<ChangeKind, 'moved' | 'cancelled' | 'showed' | 'no_show'>;

function said(kind: Said, { actor }: LatestChange, facts: BookingCardFacts): string {
  const { attendeeName: attendee } = facts;
  const host = NAMES_HOST.has(kind) ? actingHost(facts) : facts.hostName;
  const isUnanswered =
    actor === 'system' && (kind === 'move_declined' || kind === 'proposal_ended');
  if (isUnanswered) return say('cards:reply.unanswered');
  return say(`cards:reply.${kind}`, { attendee, host });
}
