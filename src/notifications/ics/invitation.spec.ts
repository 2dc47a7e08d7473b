import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { zoneNames } from '../../calendars/words/time-zone-names.js';
import { type CalendarEvent, calendarPart } from './invitation.mapper.js';

const HALF_HOUR = 30 * 60_000;

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: '7k2m9c@vis-a-vis', sequence: 2, changedAt: Date.parse('2027-02-01T07:00:00Z') },
  start: Date.parse('2027-02-02T09:00:00Z'),
  end: Date.parse('2027-02-02T09:30:00Z'),
  ...{ timeZone: 'Europe/Berlin', title: 'Intro call with Ada', description: '', location: null },
  ...{ status: 'CONFIRMED', organizer: { name: 'Ada', email: 'ada@example.com' } },
  guests: [{ email: 'sam@example.com', hasAgreed: true }],
  ...more,
});

function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const meeting = calendar.getFirstSubcomponent('vevent');
  if (!meeting) throw new Error('There is no VEVENT.');
  const value = (name: string) => meeting.getFirstPropertyValue(name)?.toString() ?? null;
  return { calendar, meeting, value };
}

/** The instants as a calendar reads them, by the zone that came with them. */
function instants(text: string): (number | undefined)[] {
  const { calendar, meeting } = parsed(text);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const { startDate, endDate } = new ICAL.Event(meeting);
  ICAL.TimezoneService.reset();
  return [startDate, endDate].map((time) => time.toUnixTime() * 1_000);
}

describe('an invitation', () => {
  it('says who meets whom and when, and how to know it again', () => {
    const { calendar, meeting, value } = parsed(calendarPart(event(), 'REQUEST').text);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(value('uid')).toBe('7k2m9c@vis-a-vis');
    expect(value('sequence')).toBe('2');
    expect(value('summary')).toBe('Intro call with Ada');
    expect(value('organizer')).toBe('mailto:ada@example.com');
    expect(value('status')).toBe('CONFIRMED');
    const attendees = meeting.getAllProperties('attendee');
    expect(attendees.map((one) => one.getFirstValue())).toEqual(['mailto:sam@example.com']);
    expect(attendees.map((one) => one.getParameter('partstat'))).toEqual(['ACCEPTED']);
    expect(value('dtstart')).toBe('2027-02-02T10:00:00');
  });

  it('reads as the same instants in every zone of the world, whenever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zoneNames),
        fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2035-01-01') }),
        (timeZone, moment) => {
          const start = Math.floor(moment / 60_000) * 60_000;
          const { text } = calendarPart(
            event({ timeZone, start, end: start + HALF_HOUR }),
            'REQUEST',
          );
          expect(instants(text)).toEqual([start, start + HALF_HOUR]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('tells both passes of an hour that clocks show twice apart', () => {
    const at = (start: string) => {
      const from = Date.parse(start);
      return instants(calendarPart(event({ start: from, end: from + HALF_HOUR }), 'REQUEST').text);
    };
    for (const start of ['2027-10-31T00:00:00Z', '2027-10-31T01:00:00Z', '2027-03-28T01:00:00Z']) {
      expect(at(start)).toEqual([Date.parse(start), Date.parse(start) + HALF_HOUR]);
    }
  });

  it('keeps to lines of 75 octets that end in CRLF, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (title, description) => {
        const part = calendarPart(event({ title, description }), 'REQUEST').text;
        expect(part.endsWith('\r\n')).toBe(true);
        expect(part.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of part.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76);
      }),
    );
  });

  it('G3 carries any text literally, and no text becomes a property', () => {
    const hostile = [
      'a\r\nATTENDEE:mailto:victim@example.com',
      'BEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM',
      'semi;colon, comma \\n \\ backslash "quoted"',
      'x'.repeat(10_000),
      `${'y'.repeat(63)}😀${'👩‍👩‍👧‍👦'.repeat(20)}`,
    ].join('\n');
    const { calendar, meeting, value } = parsed(
      calendarPart(
        event({
          ...{ title: hostile, description: hostile, location: hostile },
          organizer: { name: `Ada";X=y:z\r\nATTENDEE:mailto:v@x`, email: 'ada@example.com' },
        }),
        'REQUEST',
      ).text,
    );
    const literally = hostile.replaceAll('\r\n', '\n');
    expect(value('summary')).toBe(literally);
    expect(value('description')).toBe(literally);
    expect(value('location')).toBe(literally);
    expect(meeting.getAllProperties('attendee')).toHaveLength(1);
    expect(meeting.getAllSubcomponents()).toHaveLength(0);
    expect(meeting.getAllProperties()).toHaveLength(12);
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
    const organizer = meeting.getFirstProperty('organizer');
    expect(organizer?.getParameter('cn')).toBe('Ada X y z ATTENDEE mailto v x');
    expect(organizer?.jCal[1]).toEqual({ cn: 'Ada X y z ATTENDEE mailto v x' });
  });
});
