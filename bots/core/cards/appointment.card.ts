import type { Booking } from '../../../src/bookings/booking.entity.js';
import { describeLocation } from '../../../src/calendars/locations/location-words.js';
import { answerText } from '../../../src/calendars/questions/answer-words.js';
import type { KeptAnswer } from '../../../src/calendars/questions/question.js';
import { say } from '../../../src/language/say.js';
import { type Line, time } from '../message.js';
import { shortCode } from './booking.card.js';

/** One row of the appointment list: when, who, what, state, code. `now` is epoch milliseconds. */
export function appointmentLine(
  booking: Booking,
  { timeZone, now }: { readonly timeZone: string; readonly now: number },
): Line {
  const { attendeeName: attendee, title, uid } = booking;
  return [
    time(booking.startsAt, timeZone),
    say('cards:row', { attendee, title, state: stateOf(booking, now), code: shortCode(uid) }),
  ];
}

/** What the attendee left, for their host alone: how to reach them and where, answers, guests, notes. */
export function appointmentDetails(booking: Booking): Line[] {
  const { attendeeEmail, guests, answers, notes, location, hostName } = booking;
  const place = describeLocation(location, hostName)?.text ?? '';
  const coming = guests.length === 0 ? '' : say('cards:guests', { guests: guests.join(', ') });
  const contact = [attendeeEmail ?? '', place, coming, shorten(notes)].filter(Boolean);
  return [
    ...(contact.length === 0 ? [] : [[`    ${contact.join(' · ')}`]]),
    ...answers.map((answer): Line => [`    ${answerLine(answer)}`]),
  ];
}

const answerLine = (answer: KeptAnswer): string =>
  say('intake:about', { label: answer.label, sentence: shorten(answerText(answer)) });

const MOST_NOTES = 200;

function shorten(notes: string): string {
  const line = notes.replace(/\s+/g, ' ');
  return line.length > MOST_NOTES ? `${line.slice(0, MOST_NOTES - 1)}…` : line;
}

function stateOf({ status, endsAt }: Booking, now: number): string {
  const isOver = status === 'confirmed' && endsAt.getTime() <= now;
  return isOver ? say('cards:status.showed') : say(`cards:status.${status}`);
}
