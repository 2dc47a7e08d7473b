import { bookingMessage } from '../../src/notifications/messages/booking-message.js';
import type { MessageFacts } from '../../src/notifications/messages/message-facts.js';
import {
  messageKind,
  type MessageKind,
  type Reader,
} from '../../src/notifications/messages/message-kind.js';
import type { Message } from '../../src/notifications/messages/message.js';
import type { CalendarMethod } from '../../src/notifications/ics/calendar-part.js';
import { halfHour } from '../browser/page-samples.js';

const TOKEN = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE';

export const MANAGE_URL = `https://book.example.com/b/7k2m9cabcdefghjkmnpq?t=${TOKEN}`;

/** Of a meeting on a Tuesday morning in Berlin with somebody in New York. */
export const aFacts = (over: Partial<MessageFacts> = {}): MessageFacts => ({
  ...{ kind: 'booked', actor: 'attendee', uid: '7k2m9cabcdefghjkmnpq', title: 'Intro call' },
  ...{ hostName: 'Ada Okafor', formerHost: null },
  ...{ attendeeName: 'Sam Rivers', attendeeEmail: 'sam@example.com' },
  ...halfHour('2026-12-08T14:00:00Z'),
  former: null,
  ...{ hostTimeZone: 'Europe/Berlin', attendeeTimeZone: 'America/New_York' },
  location: 'https://meet.example.com/ada',
  hostLocation: 'https://meet.example.com/ada',
  reason: null,
  notes: 'Compilers & <b>bugs</b>\nand how to find them',
  answers: [
    { label: 'Company', text: 'Remington Rand' },
    { label: 'What interests you?', text: 'Compilers, Navy' },
  ],
  guests: ['kim@example.com'],
  ...{
    answerBy: null,
    askedStarts: [],
    isAsked: false,
    isPicked: false,
    isFirstHeard: false,
    afterText: null,
  },
  manageUrl: MANAGE_URL,
  calendarUrl: 'https://book.example.com/ada/intro-call',
  ...over,
});

const READERS = ['attendee', 'host', 'guest'] as const satisfies readonly Reader[];

const NEW_ENTRY: readonly MessageKind[] = ['booked', 'confirmed', 'moved', 'handed_over'];

/** Of what stands comes an entry for the reader's calendar, and of what ends one that removes it. */
function entryFor(kind: MessageKind, reader: Reader): CalendarMethod | null {
  if (kind === 'cancelled') return 'CANCEL';
  if (!NEW_ENTRY.includes(kind)) return null;
  return reader === 'host' ? 'PUBLISH' : 'REQUEST';
}

/** One kind of mail to everybody who gets it: `moved-attendee`, `moved-host`, `moved-guest`. */
export function toEverybody(name: string, facts: MessageFacts): Readonly<Record<string, Message>> {
  const { kind } = facts;
  const readers = READERS.filter((one) => kind !== 'reminder' && messageKind(kind, one) !== null);
  return Object.fromEntries(
    readers.map((reader) => [
      `${name}-${reader}`,
      bookingMessage(facts, reader, entryFor(kind, reader)),
    ]),
  );
}
