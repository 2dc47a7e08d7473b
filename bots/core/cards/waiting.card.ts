import { say } from '../../../src/language/say.js';
import { type Button, type Line, type TextPart, time } from '../message.js';
import type { BookingCardFacts } from './booking.card.js';
import { subjectOf } from './seen-booking.js';

/** What a host wants to know of a request: until when it waits, and what stands next to it. */
export function requestLines(facts: BookingCardFacts): Line[] {
  const { status, answerBy, neighbours, timeZone } = facts;
  if (status !== 'pending') return [];
  const { before, after } = neighbours;
  return [
    ...(before ? [[say('cards:before'), ' ', time(before.end, timeZone)]] : []),
    ...(after ? [[say('cards:after'), ' ', time(after.start, timeZone)]] : []),
    ...(before === null && after === null ? [[say('cards:noNeighbours')]] : []),
    ...(answerBy === null ? [] : [[say('cards:answerBy'), ' ', time(answerBy, timeZone)]]),
  ];
}

/** The times that are held for a booking, and until when somebody has to say which one it is. */
export function questionLines({ question, attendeeName, timeZone }: BookingCardFacts): Line[] {
  if (!question) return [];
  const said = { attendee: attendeeName, count: question.times.length };
  return [
    [say(`cards:wants.${question.kind}`, said), ...timeList(question.times, timeZone)],
    [say(`cards:until.${question.kind}`, said), ' ', time(question.until, timeZone)],
  ];
}

/** What the attendee was asked about the present time, or has answered. */
export function timeQuestionLines(facts: BookingCardFacts): Line[] {
  const { timeQuestion, isKept, status, question, attendeeName: attendee } = facts;
  const isOpen = status === 'confirmed' || status === 'pending';
  if (!isOpen || question) return [];
  if (isKept) return [[say('cards:kept', { attendee })]];
  return timeQuestion === null ? [] : [[say(`cards:waitsFor.${timeQuestion}`, { attendee })]];
}

/** ` 10:00, 11:00`, each a time of its own for the reader's zone. */
export const timeList = (
  times: readonly { readonly start: number }[],
  timeZone: string,
): TextPart[] =>
  times.flatMap(({ start }, index) => [index === 0 ? ' ' : ', ', time(start, timeZone)]);

/** What a host can say to a request, or to an attendee who asks for another time. */
export function askButtons({ uid, sequence }: BookingCardFacts): Button[] {
  // A yes is a yes to the time on this very card.
  const seen = subjectOf({ uid, sequence });
  return [
    { verb: 'confirm', subject: seen, label: say('cards:confirm'), look: 'primary' },
    { verb: 'propose', subject: uid, label: say('cards:propose') },
    { verb: 'decline', subject: seen, label: say('cards:decline'), look: 'danger' },
  ];
}
