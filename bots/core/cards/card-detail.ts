import type { AlertDetail, AlertEvent } from '../../../src/calendars/alerts/alert-options.js';
import type { ChangeKind } from '../../../src/bookings/history/booking-change.entity.js';
import { say } from '../../../src/language/say.js';
import type { BookingCardFacts } from './booking.card.js';
import type { CardFacts } from './booking-card-facts.js';

/** The event that a channel can choose, for each kind of change. */
export const EVENT_OF: Readonly<Record<ChangeKind, AlertEvent>> = {
  booked: 'booked',
  confirmed: 'booked',
  requested: 'requested',
  declined: 'declined',
  expired: 'expired',
  moved: 'moved',
  move_requested: 'moved',
  move_wanted: 'moved',
  move_declined: 'moved',
  move_withdrawn: 'moved',
  move_kept: 'moved',
  handed_over: 'moved',
  cancelled: 'cancelled',
  proposed: 'proposed',
  proposal_ended: 'proposed',
  showed: 'attendance',
  no_show: 'attendance',
};

/** What a channel may know of a booking: names, and reasons with them, as far as its host chose. */
export function withinDetail(
  { facts, latest, contact }: Pick<CardFacts, 'facts' | 'latest' | 'contact'>,
  detail: AlertDetail,
): Pick<CardFacts, 'facts' | 'latest' | 'contact'> {
  if (detail === 'full') return { facts, latest, contact };
  const place = detail === 'none' ? facts.placeForAll : facts.announcedPlace;
  if (detail === 'name') return { facts: { ...facts, place }, latest, contact: null };
  return {
    facts: {
      ...facts,
      ...{ attendeeName: shortName(facts, detail), booker: null, cancelReason: null },
      place,
    },
    latest: latest && { ...latest, reason: null },
    contact: null,
  };
}

function shortName({ attendeeName }: BookingCardFacts, detail: 'none' | 'first-name'): string {
  // What stands for somebody who was forgotten is no name that has a first one.
  if (attendeeName === say('book:forget.name')) return attendeeName;
  const first = detail === 'none' ? '' : attendeeName.trim().split(/\s+/)[0];
  return first === undefined || first === '' ? say('cards:somebody') : first;
}
