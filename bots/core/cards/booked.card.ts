import {
  type BookedAnswer,
  answerFor,
  type BookingAnswer,
} from '../../../src/bookings/booking-answer.js';
import { shortCode } from '../../../src/bookings/booking-uid.js';
import { googleEntry, outlookEntry } from '../../../src/bookings/manage/add-to-calendar.js';
import { meetingWith } from '../../../src/language/meeting-words.js';
import { say } from '../../../src/language/say.js';
import type { BookingState } from '../dialogues/booking/booking-state.js';
import { type Line, link, type Message, time } from '../message.js';
import { hostTimeLines } from './booking-question.card.js';

/** What came of a booking or a move by whoever booked. */
export interface BookedFacts {
  readonly answer: BookingAnswer & Partial<Pick<BookedAnswer, 'manageUrl'>>;
  readonly state: Pick<BookingState, 'movingUid' | 'start' | 'timeZone'>;
  /** The address of the calendar file; null where it is known already. */
  readonly fileUrl: string | null;
  /** What the host tells whoever has booked. */
  readonly afterText: string | null;
}

/** What is said once it is booked, moved, or asked for. */
export function bookedCard({ answer, state, fileUrl, afterText }: BookedFacts): Message {
  const { movingUid, timeZone } = state;
  const { uid, title, host, manageUrl } = answer;
  const start = state.start ?? Date.parse(answer.start);
  const zone = timeZone ?? 'UTC';
  return {
    title: say(`book:${wordOf(answer, state)}`, { title, host: host.name }),
    lines: [
      [time(start, zone)],
      ...hostTimeLines({ start, zone, hostZone: answer.timeZone, host: host.name }),
      ...placeLines(answer),
      [say('cards:code', { code: shortCode(uid) })],
      ...(fileUrl === null ? [] : entryLines(answer, fileUrl)),
      ...(manageUrl === undefined ? [] : [[say('book:manageLink')], [link(manageUrl)]]),
      [say('book:manageHint')],
      ...(movingUid === null ? afterLines(afterText, host.name) : []),
    ],
  };
}

function wordOf(
  { start, status }: BookingAnswer,
  { movingUid, start: wanted }: BookedFacts['state'],
): 'booked' | 'requested' | 'moved' | 'moveRequested' {
  if (movingUid === null) return status === 'pending' ? 'requested' : 'booked';
  return Date.parse(start) === wanted ? 'moved' : 'moveRequested';
}

/** Where, as far as an attendee may know it now. */
function placeLines(answer: BookingAnswer): Line[] {
  const place = placeOf(answer);
  return place === null ? [] : [[say('cards:place', { place })]];
}

function placeOf(answer: BookingAnswer): string | null {
  const { location } = answerFor('attendee', answer);
  if (location === null) return null;
  return location.kind === 'link' ? location.url : location.text;
}

/** Only what stands is put down in a calendar. */
function entryLines(answer: BookingAnswer, fileUrl: string): Line[] {
  if (answer.status !== 'confirmed') return [];
  const entry = {
    title: meetingWith(answer.title, answer.host.name),
    ...{ start: Date.parse(answer.start), end: Date.parse(answer.end), place: placeOf(answer) },
  };
  return [
    [
      ...[say('book:addTo.calendar'), ' ', link(googleEntry(entry), say('book:addTo.google'))],
      ...[' · ', link(outlookEntry(entry), say('book:addTo.outlook'))],
      ...[' · ', link(fileUrl, say('book:addTo.file'))],
    ],
  ];
}

/** What the page after a booking says too. */
function afterLines(text: string | null, host: string): Line[] {
  if (text === null) return [];
  return [[say('book:after', { host })], ...text.split('\n').map((line) => [line])];
}
