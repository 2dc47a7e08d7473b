import { describe, expect, it } from '@jest/globals';
import { bookingMessage } from './booking-message.js';
import type { MessageFacts } from './message-facts.js';
import { MESSAGE_KINDS, messageKind } from './message-kind.js';

const facts: MessageFacts = {
  ...{ kind: 'booked', actor: 'attendee', uid: '7k2m9cabcdefghjkmnpq', title: 'Intro call' },
  ...{
    hostName: 'Ada',
    formerHost: null,
    attendeeName: 'Sam Rivers',
    attendeeEmail: 'sam@example.com',
  },
  start: Date.parse('2027-02-02T09:00:00Z'),
  end: Date.parse('2027-02-02T09:30:00Z'),
  former: null,
  ...{ hostTimeZone: 'Europe/Berlin', attendeeTimeZone: 'Asia/Tokyo' },
  ...{ location: null, hostLocation: null, reason: null, notes: '', answers: [], guests: [] },
  ...{
    answerBy: null,
    askedStarts: [],
    isAsked: false,
    isPicked: false,
    isFirstHeard: false,
    afterText: null,
  },
  manageUrl: 'https://book.example.com/b/7k2m9c?t=token',
  calendarUrl: 'https://book.example.com/ada/intro-call',
};
const READERS = ['attendee', 'host', 'guest'] as const;

describe('a message about a booking', () => {
  it('has whole sentences of every kind for every reader, whoever made the change', () => {
    for (const kind of MESSAGE_KINDS) {
      for (const reader of READERS.filter((one) => messageKind(kind, one) !== null)) {
        for (const actor of ['attendee', 'host', 'system']) {
          const message = bookingMessage({ ...facts, kind, actor }, reader, 'REQUEST');
          const all = JSON.stringify(message);
          expect(all).not.toMatch(/\{\{|mail:|undefined|\[object/);
          for (const sentence of message.sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
          expect(message.subject).toContain('Intro call with');
        }
      }
    }
  });

  it('tells each reader the time in their own zone, and names it', () => {
    const lines = (reader: 'attendee' | 'host') => {
      const row = bookingMessage(facts, reader, null).rows.find(({ label }) => label === 'When');
      return [...(row?.lines ?? []), row?.notes?.[0]];
    };
    expect(lines('attendee')).toEqual([
      ...['Tuesday 2 February 2027', '18:00 – 18:30', 'Asia/Tokyo (UTC+9)'],
    ]);
    expect(lines('host')).toEqual([
      ...['Tuesday 2 February 2027', '10:00 – 10:30', 'Europe/Berlin (UTC+1)'],
    ]);
  });

  it('names proposed times, and the deadline of a request', () => {
    const askedStarts = ['2027-02-05T09:00:00Z', '2027-02-04T09:00:00Z'].map(Date.parse);
    const proposed = bookingMessage(
      { ...facts, kind: 'proposed', askedStarts },
      'attendee',
      'REQUEST',
    );
    expect(proposed.rows).toContainEqual({
      label: 'Offered',
      lines: ['Thu 4 Feb 2027, 18:00', 'Fri 5 Feb 2027, 18:00'],
      isChief: true,
    });
    expect(proposed.link?.label).toBe('Pick a time');
    const answerBy = Date.parse('2027-02-01T16:00:00Z');
    const requested = { ...facts, kind: 'requested', answerBy } as const;
    expect(bookingMessage(requested, 'host', null).sentences).toContain(
      'Answer by Mon 1 Feb 2027, 17:00: /schedule bookings confirm 7k2m9c, or decline.',
    );
  });

  it('gives the manage link to the attendee alone', () => {
    for (const reader of ['host', 'guest'] as const) {
      expect(JSON.stringify(bookingMessage(facts, reader, 'PUBLISH'))).not.toContain('token');
    }
    expect(bookingMessage(facts, 'attendee', 'REQUEST').link?.url).toBe(facts.manageUrl);
    const off = bookingMessage({ ...facts, kind: 'cancelled' }, 'attendee', 'CANCEL');
    expect(off.link?.url).toBe(facts.calendarUrl);
  });
});
