import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../shared/text/uuid.js';
import type { CalendarConfiguration, OverrideFacts } from './calendar-configuration.js';
import type {
  Approval,
  BookingWindow,
  Cutoffs,
  MinimumNotice,
  Reminders,
  SlotLimits,
  Trip,
  WeeklyHours,
} from './settings/calendar-settings.js';
import type { Location } from './locations/location.js';
import type { AfterBooking } from './settings/after-booking-setting.js';
import type { Question } from './questions/question.js';

/** A link as somebody typed it, and the calendar it leads to. */
export interface LinkTarget {
  readonly configuration: CalendarConfiguration;
  /** False when the link is a former one and should redirect. */
  readonly isCurrent: boolean;
}

/** Reads booking calendars whole, each in one statement. */
@Injectable()
export class CalendarRepository {
  async findByLink(
    entities: EntityManager,
    link: { readonly handle: string; readonly slug: string },
  ): Promise<LinkTarget | null> {
    const [row] = await entities.execute<(CalendarRow & { asked_current: boolean })[]>(
      `select asked.is_current as asked_current, configuration.*
         from booking_link asked
         join (${SELECT}) configuration on configuration.id = asked.calendar_id
        where asked.host_handle = ? and asked.slug = ?`,
      [link.handle, link.slug],
    );
    return row ? { configuration: toConfiguration(row), isCurrent: row.asked_current } : null;
  }

  async findById(entities: EntityManager, id: string): Promise<CalendarConfiguration | null> {
    const [row] = await entities.execute<CalendarRow[]>(`${SELECT} where c.id = ?`, [id]);
    return row ? toConfiguration(row) : null;
  }

  /** Null when this host has no such calendar, or not any more. */
  async findOwn(
    entities: EntityManager,
    { hostId, id }: { readonly hostId: string; readonly id: string },
  ): Promise<CalendarConfiguration | null> {
    if (!isUuid(id)) return null;
    const [row] = await entities.execute<CalendarRow[]>(
      `${SELECT} where c.id = ? and c.host_id = ? and c.deleted_at is null`,
      [id, hostId],
    );
    return row ? toConfiguration(row) : null;
  }

  /** Whoever else changes the calendar waits until the caller's transaction is over. */
  async lock(entities: EntityManager, id: string): Promise<void> {
    await entities.execute('select 1 from booking_calendar where id = ? for update', [id]);
  }

  /** As `findOwn`, behind that lock. */
  async hold(
    entities: EntityManager,
    own: { readonly hostId: string; readonly id: string },
  ): Promise<CalendarConfiguration | null> {
    if (!isUuid(own.id)) return null;
    await this.lock(entities, own.id);
    return this.findOwn(entities, own);
  }

  /** In the order in which they were made. */
  async ofHost(entities: EntityManager, hostId: string): Promise<CalendarConfiguration[]> {
    const rows = await entities.execute<CalendarRow[]>(
      `${SELECT} where c.host_id = ? and c.deleted_at is null order by c.created_at, c.id`,
      [hostId],
    );
    return rows.map(toConfiguration);
  }

  async ofHostHandle(entities: EntityManager, handle: string): Promise<CalendarConfiguration[]> {
    const rows = await entities.execute<CalendarRow[]>(
      `${SELECT} where h.handle = ? and c.active order by c.created_at, c.id`,
      [handle],
    );
    return rows.map(toConfiguration);
  }
}

const SELECT = `
  select c.id, c.schedule_id, c.host_id, h.handle, h.name as host_name, h.email as host_email, l.slug, c.title, c.description,
         c.duration_minutes, c.further_durations_minutes, c.start_increment_minutes, c.start_offset_minutes,
         c.buffer_before_minutes, c.buffer_after_minutes, c.minimum_notice, c.booking_window,
         c.limits, c.approval, c.reminders, c.one_open_booking, c.cutoffs,
         c.location, c.questions, c.guest_limit, c.consent, c.terms_url,
         c.after_booking, c.colour, c.zone_locked, c.embed_sites,
         s.time_zone, s.weekly_hours, s.travel, c.active, c.paused_at, c.paused_until,
         c.home_platform, c.home_workspace,
         (select coalesce(json_agg(json_build_object(
                   'date', o.date, 'intervals', o.intervals, 'reason', o.reason) order by o.date), '[]')
            from date_override o where o.schedule_id = c.schedule_id) as overrides
    from booking_calendar c
    join host h on h.id = c.host_id
    join schedule s on s.id = c.schedule_id
    join booking_link l on l.calendar_id = c.id and l.is_current`;

interface CalendarRow {
  readonly id: string;
  readonly schedule_id: string;
  readonly host_id: string;
  readonly handle: string;
  readonly host_name: string;
  readonly host_email: string | null;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly duration_minutes: number;
  readonly further_durations_minutes: readonly number[];
  readonly start_increment_minutes: number;
  readonly start_offset_minutes: number;
  readonly buffer_before_minutes: number;
  readonly buffer_after_minutes: number;
  readonly minimum_notice: MinimumNotice;
  readonly booking_window: BookingWindow;
  readonly limits: SlotLimits;
  readonly one_open_booking: boolean;
  readonly cutoffs: Cutoffs;
  readonly location: Location;
  readonly questions: readonly Question[];
  readonly guest_limit: number;
  readonly consent: string;
  readonly terms_url: string;
  readonly after_booking: AfterBooking;
  readonly colour: string;
  readonly zone_locked: boolean;
  readonly embed_sites: readonly string[];
  readonly time_zone: string;
  readonly weekly_hours: WeeklyHours;
  readonly travel: readonly Trip[];
  readonly approval: Approval;
  readonly reminders: Reminders;
  readonly overrides: readonly OverrideFacts[];
  readonly active: boolean;
  readonly paused_at: string | Date | null;
  readonly paused_until: string | Date | null;
  readonly home_platform: string;
  readonly home_workspace: string;
}

const toDate = (value: string | Date | null): Date | null =>
  value === null ? null : new Date(value);

function toConfiguration(row: CalendarRow): CalendarConfiguration {
  return {
    id: row.id,
    scheduleId: row.schedule_id,
    host: { id: row.host_id, handle: row.handle, name: row.host_name, email: row.host_email },
    slug: row.slug,
    settings: {
      title: row.title,
      description: row.description,
      durationMinutes: row.duration_minutes,
      furtherDurationsMinutes: row.further_durations_minutes,
      startIncrementMinutes: row.start_increment_minutes,
      startOffsetMinutes: row.start_offset_minutes,
      bufferBeforeMinutes: row.buffer_before_minutes,
      bufferAfterMinutes: row.buffer_after_minutes,
      minimumNotice: row.minimum_notice,
      bookingWindow: row.booking_window,
      limits: row.limits,
      oneOpenBooking: row.one_open_booking,
      cutoffs: row.cutoffs,
      timeZone: row.time_zone,
      weeklyHours: row.weekly_hours,
      travel: row.travel,
      location: row.location,
      questions: row.questions,
      guestLimit: row.guest_limit,
      consent: row.consent,
      termsUrl: row.terms_url,
      approval: row.approval,
      reminders: row.reminders,
      afterBooking: row.after_booking,
      colour: row.colour,
      zoneLocked: row.zone_locked,
      embedSites: row.embed_sites,
    },
    overrides: row.overrides,
    active: row.active,
    pausedAt: toDate(row.paused_at),
    pausedUntil: toDate(row.paused_until),
    homePlatform: row.home_platform,
    homeWorkspace: row.home_workspace,
  };
}
