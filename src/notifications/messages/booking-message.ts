import { meetingWith } from '../../language/meeting-words.js';
import { say } from '../../language/say.js';
import { type ClockFace, whenWords } from '../../language/time-words.js';
import type { CalendarMethod } from '../ics/calendar-part.js';
import { bookingRows, codeOf, faceOf, isEnd, shortTime } from './booking-rows.js';
import type { MessageFacts } from './message-facts.js';
import type { MessageKind, Reader } from './message-kind.js';
import type { Message, Tone } from './message.js';

const TONES = {
  ...{ booked: 'good', confirmed: 'good', moved: 'good', move_kept: 'good' },
  ...{ requested: 'waiting', move_requested: 'waiting', move_wanted: 'waiting' },
  ...{ proposed: 'waiting', cancelled: 'gone', declined: 'gone', expired: 'gone' },
  ...{ move_declined: 'note', move_withdrawn: 'note', proposal_ended: 'note' },
  ...{ handed_over: 'note', reminder: 'note' },
} as const satisfies Record<MessageKind, Tone>;

/** What this reader is told about a change. `entry`: what the calendar file does that comes with it. */
export function bookingMessage(
  facts: MessageFacts,
  reader: Reader,
  entry: CalendarMethod | null,
): Message {
  const { title, hostName: host, attendeeName: attendee } = facts;
  const face = faceOf(facts, reader);
  const state = stateWords(facts.kind, reader);
  const heading = meetingWith(title, reader === 'host' ? attendee : host);
  const when = shortTime(facts.start, face);
  const first = sentence(facts, reader);
  const { time, zone } = whenWords(facts, face);
  return {
    subject: say('mail:subject', { state, meeting: heading, when }),
    preview: say('mail:preview', { sentence: first, time, zone }),
    state: { label: state, tone: TONES[facts.kind] },
    heading,
    sentences: [
      first,
      ...firstHeard(facts, reader),
      ...deadline(facts, reader, face),
      ...askingBack(facts, reader),
      ...entrySentences(entry),
      ...openPlace(facts, reader),
    ],
    rows: bookingRows(facts, reader, face),
    link: link(facts, reader),
    footing: [say(`mail:footing.${reader}`, { host }), ...secret(facts, reader)].join(' '),
  };
}

/** The host is told what the attendee is asked, and not asked it. */
const stateWords = (kind: MessageKind, reader: Reader): string =>
  say(kind === 'move_wanted' && reader === 'host' ? 'mail:askedToChoose' : `mail:heading.${kind}`);

function sentence(facts: MessageFacts, reader: Reader): string {
  const { kind, hostName: host, attendeeName: attendee } = facts;
  const names = { host, attendee, former: facts.formerHost ?? host };
  if (reader === 'guest') return guestSentence(kind, names);
  if (facts.isPicked) return say(`mail:${reader}.picked`, names);
  if (kind !== 'booked' && kind !== 'moved' && kind !== 'cancelled') {
    return say(`mail:${reader}.${kind}`, names);
  }
  const isByHost = facts.actor === 'host';
  if (kind === 'moved' && isByHost && facts.isAsked) return say(`mail:${reader}.accepted`, names);
  return say(`mail:${reader}.${kind}.${isByHost ? 'byHost' : 'byAttendee'}`, names);
}

/** Whoever hears of the end first wonders where the mail about the beginning is. */
function firstHeard({ kind, isFirstHeard }: MessageFacts, reader: Reader): string[] {
  return isFirstHeard && isEnd(kind) && reader === 'attendee' ? [say('mail:firstHeard')] : [];
}

function deadline(facts: MessageFacts, reader: Reader, face: ClockFace): string[] {
  const { kind, answerBy, hostName: host } = facts;
  if (answerBy === null || reader === 'guest') return [];
  const when = shortTime(answerBy, face);
  if (kind === 'proposed')
    return [say('mail:heldUntil', { when, count: facts.askedStarts.length })];
  return [say(`mail:answerBy.${reader}`, { host, code: codeOf(facts), when })];
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

function entrySentences(entry: CalendarMethod | null): string[] {
  if (entry === null) return [];
  return [say(entry === 'CANCEL' ? 'mail:entryGone' : 'mail:invitation')];
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

/** Only a link that opens the booking is to be kept from others. */
const secret = ({ kind, manageUrl }: MessageFacts, reader: Reader): string[] =>
  reader === 'attendee' && manageUrl !== null && !isEnd(kind) ? [say('mail:footing.secret')] : [];

function link(facts: MessageFacts, reader: Reader): Message['link'] {
  if (reader !== 'attendee') return null;
  const { kind, manageUrl, calendarUrl } = facts;
  const url = isEnd(kind) ? calendarUrl : manageUrl;
  if (url === null) return null;
  if (isEnd(kind)) return { label: say('mail:link.again'), url };
  const isAsked = kind === 'proposed' || kind === 'move_wanted';
  return { label: say(isAsked ? 'mail:link.pick' : 'mail:link.manage'), url, isAsked };
}
