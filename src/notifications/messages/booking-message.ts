import { describeDate } from '../../calendars/words/local-date.js';
import { say } from '../../language/say.js';
import { dateOf, timeOf, whenWords, type ClockFace } from '../../language/time-words.js';
import type { Interval } from '../../slots/interval.js';
import type { MessageFacts } from './message-facts.js';
import type { Message, MessageRow } from './message.js';
import type { MessageKind, Reader } from './message-kind.js';

/** How much of a uid is typed in commands, see the card. */
const CODE_LENGTH = 6;

/** What this reader is told about a change. `hasInvitation`: a calendar entry comes with it. */
export function bookingMessage(
  facts: MessageFacts,
  reader: Reader,
  hasInvitation: boolean,
): Message {
  const { title, hostName: host, attendeeName: attendee } = facts;
  const face = faceOf(facts, reader);
  const heading = say(`mail:heading.${facts.kind}`);
  const words = { heading, title, host, attendee, when: shortTime(facts.start, face) };
  return {
    subject: say(`mail:subject.${reader === 'host' ? 'host' : 'attendee'}`, words),
    heading,
    sentences: [
      sentence(facts, reader),
      ...deadline(facts, reader, face),
      ...(hasInvitation ? [say('mail:invitation')] : []),
      ...askingBack(facts, reader),
      ...openPlace(facts, reader),
    ],
    rows: rows(facts, reader, face),
    link: link(facts, reader),
    footing: say(`mail:footing.${reader}`, { host }),
  };
}

/** The reader's own zone. Nobody asked guests for theirs: they come with the attendee. */
const faceOf = (facts: MessageFacts, reader: Reader): ClockFace => ({
  zone: reader === 'host' ? facts.hostTimeZone : facts.attendeeTimeZone,
  hourCycle: '24',
});

const shortTime = (at: number, face: ClockFace): string =>
  `${describeDate(dateOf(at, face.zone))}, ${timeOf(at, face)}`;

function sentence(facts: MessageFacts, reader: Reader): string {
  const { kind, hostName: host, attendeeName: attendee } = facts;
  const names = { host, attendee, former: facts.formerHost ?? host };
  if (reader === 'guest') return guestSentence(kind, names);
  if (kind !== 'booked' && kind !== 'moved' && kind !== 'cancelled') {
    return say(`mail:${reader}.${kind}`, names);
  }
  const isByHost = facts.actor === 'host';
  if (kind === 'moved' && isByHost && facts.isAsked) return say(`mail:${reader}.accepted`, names);
  return say(`mail:${reader}.${kind}.${isByHost ? 'byHost' : 'byAttendee'}`, names);
}

function deadline(
  { kind, answerBy, hostName: host, uid }: MessageFacts,
  reader: Reader,
  face: ClockFace,
): string[] {
  if (answerBy === null || reader === 'guest') return [];
  const when = shortTime(answerBy, face);
  if (kind === 'proposed') return [say('mail:heldUntil', { when })];
  return [say(`mail:answerBy.${reader}`, { host, code: uid.slice(0, CODE_LENGTH), when })];
}

/** A guest who was not invited yet is invited, whatever else happened. */
const GUEST_WORDS = ['moved', 'cancelled', 'handed_over', 'reminder'] as const;

function guestSentence(
  kind: MessageKind,
  names: { host: string; attendee: string; former: string },
): string {
  const told = GUEST_WORDS.find((word) => word === kind) ?? 'booked';
  return say(`mail:guest.${told}`, names);
}

/** Moved without being asked, an attendee may want another time, or none. */
function askingBack(facts: MessageFacts, reader: Reader): string[] {
  const { kind, actor, manageUrl, isAsked } = facts;
  const isUnasked = kind === 'moved' && actor === 'host' && !isAsked;
  const mayAnswer = reader === 'attendee' && manageUrl !== null;
  return isUnasked && mayAnswer ? [say('mail:attendee.askBack')] : [];
}

/** The number that attendees were to call went with the host whose it was. */
function openPlace({ kind, location, hostName: host }: MessageFacts, reader: Reader): string[] {
  const isOpen = kind === 'handed_over' && location === null && reader !== 'host';
  return isOpen ? [say('mail:openPlace', { host })] : [];
}

function rows(facts: MessageFacts, reader: Reader, face: ClockFace): MessageRow[] {
  const { former, location, uid } = facts;
  const isOff = ['cancelled', 'declined', 'expired'].includes(facts.kind);
  return [
    { label: say('mail:row.what'), lines: [facts.title] },
    { ...when('mail:row.when', facts, face), isFormer: isOff },
    ...(former ? [{ ...when('mail:row.former', former, face), isFormer: true }] : []),
    ...askedRows(facts, face),
    ...(location === null ? [] : [{ label: say('mail:row.where'), lines: [location] }]),
    ...(reader === 'host' ? attendeeRows(facts) : []),
    ...reasonRows(facts, reader),
    ...(reader === 'host'
      ? [{ label: say('mail:row.code'), lines: [uid.slice(0, CODE_LENGTH)] }]
      : []),
  ];
}

function askedRows({ kind, askedStarts }: MessageFacts, face: ClockFace): MessageRow[] {
  if (askedStarts.length === 0 || (kind !== 'proposed' && kind !== 'move_requested')) return [];
  const lines = askedStarts.toSorted((a, b) => a - b).map((start) => shortTime(start, face));
  return [{ label: say(kind === 'proposed' ? 'mail:row.offered' : 'mail:row.asked'), lines }];
}

function when(label: 'mail:row.when' | 'mail:row.former', slot: Interval, face: ClockFace) {
  const { day, time, zone } = whenWords(slot, face);
  return { label: say(label), lines: [day, time, zone] };
}

/**
 * What the attendee typed is for the host. It is not sent to the address that was typed with it:
 * whoever typed that need not be its owner, and would have us mail their words to a stranger.
 */
function reasonRows({ reason, actor }: MessageFacts, reader: Reader): MessageRow[] {
  if (reason === null || (reader !== 'host' && actor !== 'host')) return [];
  return [{ label: say('mail:row.reason'), lines: reason.split('\n') }];
}

function attendeeRows(facts: MessageFacts): MessageRow[] {
  const { attendeeName, attendeeEmail, notes, answers, guests } = facts;
  const who = [attendeeName, ...(attendeeEmail === null ? [] : [attendeeEmail])];
  return [
    { label: say('mail:row.who'), lines: who },
    ...(guests.length === 0 ? [] : [{ label: say('mail:row.guests'), lines: guests }]),
    ...answers.map(({ label, text }) => ({ label, lines: text.split('\n') })),
    ...(notes === '' ? [] : [{ label: say('mail:row.notes'), lines: notes.split('\n') }]),
  ];
}

function link(facts: MessageFacts, reader: Reader): Message['link'] {
  if (reader !== 'attendee') return null;
  const { kind, manageUrl, calendarUrl } = facts;
  const isOff = kind === 'cancelled' || kind === 'declined' || kind === 'expired';
  const url = isOff ? calendarUrl : manageUrl;
  if (url === null) return null;
  if (isOff) return { label: say('mail:link.again'), url };
  const label = kind === 'proposed' ? say('mail:link.pick') : say('mail:link.manage');
  return { label, url };
}
