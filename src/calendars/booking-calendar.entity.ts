import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';
import type {
  BookingWindow,
  Cutoffs,
  MinimumNotice,
  Reminders,
  SlotLimits,
} from './settings/calendar-settings.js';
import type { Location } from './locations/location.js';
import type { AfterBooking } from './settings/after-booking-setting.js';
import type { Question } from './questions/question.js';

const BookingCalendarSchema = defineEntity({
  name: 'BookingCalendar',
  tableName: 'booking_calendar',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    scheduleId: p.uuid(),
    /** Where its host made or took it: messages to them go there, and its admins say who may host. */
    homePlatform: p.string(),
    homeWorkspace: p.string(),
    title: p.string(),
    description: p.string(),
    durationMinutes: p.integer(),
    furtherDurationsMinutes: p.json<readonly number[]>(),
    startIncrementMinutes: p.integer(),
    startOffsetMinutes: p.integer(),
    bufferBeforeMinutes: p.integer(),
    bufferAfterMinutes: p.integer(),
    minimumNotice: p.json<MinimumNotice>(),
    bookingWindow: p.json<BookingWindow>(),
    limits: p.json<SlotLimits>(),
    oneOpenBooking: p.boolean(),
    cutoffs: p.json<Cutoffs>(),
    location: p.json<Location>(),
    questions: p.json<readonly Question[]>(),
    guestLimit: p.integer(),
    consent: p.string(),
    termsUrl: p.string(),
    approval: p.enum(['automatic', 'host'] as const),
    reminders: p.json<Reminders>(),
    /** When the reminders were last set: what had been due before is not sent late. */
    remindersSince: p.datetime().nullable(),
    afterBooking: p.json<AfterBooking>(),
    colour: p.string(),
    zoneLocked: p.boolean(),
    embedSites: p.json<readonly string[]>(),
    active: p.boolean(),
    pausedAt: p.datetime().nullable(),
    /** Null while paused means until resumed by hand. */
    pausedUntil: p.datetime().nullable(),
    /** Because its host could not be reached any more, and not resumed since. */
    isPausedByLoss: p.boolean().default(false),
    /** From then on its host has it no more, and its link says that it is off. */
    deletedAt: p.datetime().nullable(),
  },
});

/** What can be booked: a personal booking calendar with one host and one link. */
export class BookingCalendar extends BookingCalendarSchema.class {}
BookingCalendarSchema.setClass(BookingCalendar);
