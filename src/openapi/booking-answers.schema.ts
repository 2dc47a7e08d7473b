import { z } from 'zod';
import type { FreeTimesAnswer } from '../availability/free-times.service.js';
import type { AppointmentsAnswer } from '../bookings/appointments/appointments.controller.js';
import type { BookedAnswer, BookingAnswer } from '../bookings/booking-answer.js';
import { BOOKING_SOURCES } from '../bookings/booking.entity.js';
import type { HeldTime } from '../bookings/holds/hold-time.service.js';
import { BOOKING_STATUSES } from '../bookings/booking-status.js';
import { QUESTION_KINDS } from '../calendars/questions/question.js';
import type { PublicCalendar } from '../calendars/public-calendar.mapper.js';

export const instant = z.iso.datetime();

const LOCATION_KINDS = [
  ...(['none', 'phone-host-calls', 'phone-attendee-calls', 'address', 'link'] as const),
  ...(['slack-huddle', 'discord-voice', 'ask'] as const),
] as const;

const text = z.string();
const bare = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind), text });

/** Where one meeting takes place, with what was said about it. */
const bookedLocation = z.discriminatedUnion('kind', [
  bare('none'),
  bare('slack-huddle'),
  z.strictObject({ kind: z.literal('phone-host-calls'), number: z.string().nullable(), text }),
  z.strictObject({ kind: z.literal('phone-attendee-calls'), number: z.string(), text }),
  z.strictObject({ kind: z.literal('address'), label: text, address: text, text }),
  z.strictObject({ kind: z.literal('link'), url: text, text }),
  z.strictObject({ kind: z.literal('discord-voice'), channel: text, text }),
  z.strictObject({ kind: z.literal('ask'), place: z.string().nullable(), text }),
  // What only those who are booked are told, as long as the host has not confirmed.
  bare('withheld'),
]);

const askedTimes = z.strictObject({
  times: z.array(z.strictObject({ start: instant, end: instant })),
  answerBy: instant,
});

const bookingFields = z.strictObject({
  uid: z.string(),
  status: z.enum(BOOKING_STATUSES),
  title: z.string(),
  start: instant,
  end: instant,
  timeZone: z.string(),
  host: z.strictObject({ name: z.string() }),
  attendee: z.strictObject({
    name: z.string(),
    email: z.string().exactOptional(),
    timeZone: z.string(),
    locale: z.string().nullable(),
  }),
  location: bookedLocation.nullable(),
  answers: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  ),
  questions: z.record(z.string(), z.string()),
  guests: z.array(z.string()),
  notes: z.string(),
  source: z.enum(BOOKING_SOURCES),
  utm: z.record(z.string(), z.string()),
  rescheduledFrom: instant.exactOptional(),
  answerBy: instant.exactOptional(),
  moveRequested: askedTimes.exactOptional(),
  moveWanted: z.literal(true).exactOptional(),
  proposed: askedTimes.exactOptional(),
  createdAt: instant,
  updatedAt: instant,
  sequence: z.int().nonnegative(),
});

export const bookingSchema: z.ZodType<BookingAnswer> = bookingFields;

export const bookedSchema: z.ZodType<BookedAnswer> = bookingFields.extend({
  manageUrl: z.url(),
  manageToken: z.string(),
});

export const heldTimeSchema: z.ZodType<HeldTime> = z.strictObject({
  uid: z.string(),
  secret: z.string(),
  expiresAt: instant,
});

export const appointmentsSchema: z.ZodType<AppointmentsAnswer> = z.strictObject({
  bookings: z.array(bookingSchema),
  nextCursor: z.string().nullable(),
});

export const publicCalendarSchema: z.ZodType<PublicCalendar> = z.strictObject({
  host: z.strictObject({ name: z.string(), handle: z.string() }),
  slug: z.string(),
  url: z.url(),
  title: z.string(),
  description: z.string(),
  durationMinutes: z.int(),
  durationsMinutes: z.array(z.int()),
  timeZone: z.string(),
  location: z.strictObject({ kind: z.enum(LOCATION_KINDS), text }).nullable(),
  questions: z.array(
    z.strictObject({
      ...{ id: text, label: text, kind: z.enum(QUESTION_KINDS), required: z.boolean() },
      options: z.array(text),
    }),
  ),
  guests: z.int().nonnegative(),
  termsUrl: z.string().nullable(),
  timeZoneLocked: z.boolean(),
  approval: z.enum(['automatic', 'host']),
  state: z.enum(['open', 'paused']),
  pausedUntil: instant.nullable(),
});

const slot = z.strictObject({
  start: z.iso.datetime({ offset: true }),
  end: z.iso.datetime({ offset: true }),
});

export const freeTimesSchema: z.ZodType<FreeTimesAnswer> = z.strictObject({
  timeZone: z.string(),
  days: z.array(z.strictObject({ date: z.iso.date(), slots: z.array(slot) })),
});
