import type { Booking } from '../../../src/bookings/booking.entity.js';
import { describeDate } from '../../../src/calendars/words/local-date.js';
import { say } from '../../../src/language/say.js';
import { localDateOf } from '../../../src/slots/wall-clock.js';
import { appointmentLine, type RowFrame } from '../cards/appointment.card.js';
import { commandButton } from '../cards/command-button.js';
import { ownBookingsCard } from '../cards/own-bookings.card.js';
import { subjectOf } from '../cards/seen-booking.js';
import type { Button, Line, Message } from '../message.js';

/** What is booked with a host, as far as their dashboard shows it. */
export interface BookedFacts {
  /** Soonest first. */
  readonly upcoming: readonly Booking[];
  /** What waits for the host: requests, and moves that are asked for; soonest first. */
  readonly pending: readonly Booking[];
  readonly frame: RowFrame;
}

const MOST_WAITING = 5;
const MOST_NEXT = 10;

/** Each request in a message of its own, so that its buttons stand below it. */
export function waitingSections({ pending, frame }: BookedFacts): Message[] {
  if (pending.length === 0) return [{ lines: [[say('home:waiting.none')]] }];
  const shown = pending.slice(0, MOST_WAITING);
  const more = pending.length > shown.length ? [{ lines: [[say('home:waiting.more')]] }] : [];
  return [
    { title: say('home:waiting.title', { count: pending.length }), lines: [] },
    ...shown.map((booking) => ({
      lines: [appointmentLine(booking, frame)],
      buttons: askButtons(booking),
    })),
    ...more,
  ];
}

const askButtons = ({ uid, sequence }: Booking): Button[] => [
  {
    ...{ verb: 'confirm', subject: subjectOf({ uid, sequence }), look: 'primary' },
    label: say('cards:confirm'),
  },
  { verb: 'propose', subject: uid, label: say('cards:propose') },
  {
    ...{ verb: 'decline', subject: subjectOf({ uid, sequence }), look: 'danger' },
    label: say('cards:decline'),
  },
];

/** What comes next, by the days of the reader. */
export function nextSection({ upcoming, frame }: BookedFacts): Message {
  const booked = upcoming.filter(({ status }) => status === 'confirmed').slice(0, MOST_NEXT);
  const byDay = Map.groupBy(booked, ({ startsAt }) =>
    localDateOf(frame.timeZone, startsAt.getTime()),
  );
  const lines = [...byDay].flatMap(([date, bookings]): Line[] => [
    [describeDate(date)],
    ...bookings.map((booking): Line => ['• ', ...appointmentLine(booking, frame)]),
  ]);
  return {
    title: say('home:next.title'),
    lines: lines.length === 0 ? [[say('home:next.none')]] : lines,
    buttons: [commandButton('bookings list', say('home:next.all'))],
  };
}

/** What the reader booked with others, and a way to book more. */
export function ownSection(bookings: readonly Booking[], timeZone: string): Message {
  const card = ownBookingsCard(bookings, timeZone);
  const book: Button = { verb: 'start-booking', subject: 'anew', label: say('home:own.book') };
  return { ...card, buttons: [{ ...book, look: 'primary' }, ...(card.buttons ?? [])] };
}
