import { shortCode } from '../../../src/bookings/booking-uid.js';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { describeLocation } from '../../../src/calendars/locations/location-words.js';
import { answerText, labelled } from '../../../src/calendars/questions/answer-words.js';
import type { KeptAnswer } from '../../../src/calendars/questions/question.js';
import { say } from '../../../src/language/say.js';
import type { OpenQuestion } from '../../../src/bookings/other-times/open-question.js';
import { type Line, time } from '../message.js';
import { meetingTime, spanOf } from './meeting-time.js';

/** How a row is shown, and to whom. */
export interface RowFrame {
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The reader's own host id, null for a mere delegate; a row of another host says whose it is. */
  readonly reader?: string | null;
  /** What waits for an answer, by the booking's id. */
  readonly questions?: ReadonlyMap<string, OpenQuestion>;
}

/** One row of the appointment list: when, who, what, state, code, and what waits for an answer. */
export function appointmentLine(booking: Booking, frame: RowFrame): Line {
  const { timeZone, now, reader } = frame;
  const { attendeeName: attendee, title, uid, hostName: host } = booking;
  const whose =
    reader === undefined || booking.hostId === reader ? [] : [say('cards:forHost', { host })];
  return [
    ...meetingTime(spanOf(booking), timeZone),
    say('cards:row', { attendee, title, state: stateOf(booking, now), code: shortCode(uid) }),
    ...whose,
    ...askedParts(booking, frame),
  ];
}

/** ` · Asks to move: ` and the time; other times that were proposed; or that the attendee is to choose. */
function askedParts({ id, status, endsAt, hostAskedMove }: Booking, frame: RowFrame): Line {
  const { questions, now, timeZone } = frame;
  const isAhead = ['pending', 'confirmed'].includes(status) && endsAt.getTime() > now;
  if (!questions || !isAhead) return [];
  const question = questions.get(id);
  if (!question) return hostAskedMove ? [say('cards:asked', { what: say('cards:asks.time') })] : [];
  const what = say(`cards:asks.${question.kind}`);
  const times = question.times.flatMap(({ start }, index) => [
    index === 0 ? ': ' : ', ',
    time(start, timeZone),
  ]);
  return [say('cards:asked', { what }), ...times];
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
  labelled(answer.label, shorten(answerText(answer)));

const MOST_NOTES = 200;

function shorten(notes: string): string {
  const line = notes.replace(/\s+/g, ' ');
  return line.length > MOST_NOTES ? `${line.slice(0, MOST_NOTES - 1)}…` : line;
}

function stateOf({ status, endsAt }: Booking, now: number): string {
  const isOver = status === 'confirmed' && endsAt.getTime() <= now;
  return isOver ? say('cards:status.showed') : say(`cards:status.${status}`);
}
