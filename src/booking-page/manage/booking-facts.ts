import type { Booking } from '../../bookings/booking.entity.js';
import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { afterText } from '../../calendars/settings/after-booking-setting.js';
import { zoneAt } from '../../calendars/settings/zone-at.js';
import { answerText } from '../../calendars/questions/answer-words.js';
import { say } from '../../language/say.js';
import { bookedMeeting, bookedSlot } from '../meeting.mapper.js';
import type { BookingFacts, BookingState } from '../views/booking-facts.view.js';
import type { OpenBooking } from './booking-door.service.js';
import type { BookingStory } from './booking-story.service.js';

/**
 * What a page shows of a booking. `wasSentOn` says that whoever booked went at once to where the host
 * wants them after booking, and not to this page.
 */
export function bookingFacts(
  { booking, configuration, now, place, shownIn }: OpenBooking,
  story: BookingStory,
  wasSentOn: boolean,
): BookingFacts {
  return {
    place,
    meeting: bookedMeeting(booking, configuration),
    state: stateOf(booking, now, story.hasMoved),
    answerBy: booking.holdExpiresAt?.getTime(),
    slot: bookedSlot(booking),
    face: shownIn.face,
    hostZone: zoneAt(configuration.settings, booking.startsAt.getTime()),
    attendeeName: booking.attendeeName,
    answers: booking.answers.map((answer) => ({ label: answer.label, text: answerText(answer) })),
    guests: booking.guests.length,
    ...{ mail: story.mail, afterText: onwardText(configuration, wasSentOn) },
  };
}

/** Whoever was not sent on sees where the host wants them to go next. */
function onwardText({ settings }: CalendarConfiguration, wasSentOn: boolean): string | undefined {
  const { afterBooking } = settings;
  const isShown = afterBooking.kind === 'redirect' && !wasSentOn;
  if (isShown) return say('page:onward', { url: afterBooking.url });
  return afterText(settings) ?? undefined;
}

function stateOf({ status, endsAt }: Booking, now: number, hasMoved: boolean): BookingState {
  if (status === 'cancelled' || status === 'declined' || status === 'expired') return status;
  if (status === 'showed' || status === 'no_show' || endsAt.getTime() <= now) return 'over';
  if (status === 'pending') return 'requested';
  return hasMoved ? 'moved' : 'booked';
}
