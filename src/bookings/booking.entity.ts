import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';
import type { KeptAnswer } from '../calendars/questions/question.js';
import type { BookedLocation } from '../calendars/locations/location.js';
import { BOOKING_STATUSES } from './booking-status.js';

export const BOOKING_SOURCES = ['web', 'embed', 'slack', 'discord', 'console', 'api'] as const;
export type BookingSource = (typeof BOOKING_SOURCES)[number];

/**
 * What a time is held for that a booking may move to: its attendee asked, its host offered it, or one
 * of them has chosen it and has yet to say so for good, of which nobody else hears.
 */
export const HELD_FOR = ['move', 'proposal', 'choice'] as const;
export type HeldFor = (typeof HELD_FOR)[number];
/** Of these, what somebody is to answer. */
export type AskedFor = Exclude<HeldFor, 'choice'>;

const BookingSchema = defineEntity({
  name: 'Booking',
  tableName: 'booking',
  properties: {
    ...baseProperties,
    /** The public name of the booking; it survives every move. */
    uid: p.string(),
    hostId: p.uuid(),
    /** The booking's own host, who need not be the calendar's any more. */
    hostName: p.string().formula((own) => `(select h.name from host h where h.id = ${own.hostId})`),
    calendarId: p.uuid(),
    status: p.enum(BOOKING_STATUSES),
    title: p.string(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    /** The buffers of the day it was booked; the column `blocked` holds the meeting with them. */
    bufferBeforeMinutes: p.integer(),
    bufferAfterMinutes: p.integer(),
    /** Until then a held or pending row keeps its time; null for every other. */
    holdExpiresAt: p.datetime().nullable(),
    /** When the host is next reminded of what waits for them; null when nothing does. */
    nudgeAt: p.datetime().nullable(),
    /** Of a held row: the booking that may move to its time. */
    forBookingId: p.uuid().nullable(),
    heldFor: p.enum(HELD_FOR).nullable(),
    attendeeName: p.string(),
    attendeeEmail: p.string().nullable(),
    attendeeTimeZone: p.string(),
    attendeeLocale: p.string().nullable(),
    /** Where they meet, as it was when it was booked. */
    location: p.json<BookedLocation>(),
    answers: p.json<readonly KeptAnswer[]>(),
    /** E-mail addresses of those who come along. */
    guests: p.json<readonly string[]>(),
    /** The text that the attendee agreed to; empty where none was shown. */
    consent: p.string(),
    notes: p.string(),
    source: p.enum(BOOKING_SOURCES),
    /** Who booked in chat, and so may change it there. */
    bookedByIdentityId: p.uuid().nullable(),
    utm: p.json<Readonly<Record<string, string>>>(),
    /** See `ManageLinks`; null on bookings that nobody was given a link to. */
    sealedManageToken: p.string().nullable(),
    /** The host asked for another time, so the cut-off for moving holds no longer. */
    hostAskedMove: p.boolean(),
    /** Rises with every change. */
    sequence: p.integer(),
    cancelledBy: p.string().nullable(),
    cancelReason: p.string().nullable(),
  },
});

/** One meeting between a host and an attendee. Written by `booking-transaction` only. */
export class Booking extends BookingSchema.class {}
BookingSchema.setClass(Booking);
