import { Injectable } from '@nestjs/common';
import { Env } from '../../../src/config/env.js';
import { AlertChannels } from '../../../src/calendars/alerts/alert-channels.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { TimeOff } from '../../../src/calendars/time-off/time-off.service.js';
import { Delegates } from '../../../src/hosts/delegates.service.js';
import { HostingPermission } from '../../../src/hosts/hosting-permission.js';
import { Clock } from '../../../src/shared/clock.js';
import { AffectedBookingsQuestion } from '../affected-bookings-question.js';
import { CalendarCardReader } from '../cards/calendar-card-facts.js';
import { OwnBookings } from '../commands/book/own-bookings.js';
import { CurrentCalendar } from '../commands/current-calendar.js';
import { BookingTalk } from '../dialogues/booking/booking-talk.js';
import type { Talker } from '../dialogues/talker.js';
import type { Message } from '../message.js';
import { SilentChannels } from '../painting/silent-channels.js';
import { BookedReader } from './booked-reader.js';
import { nextSection, ownSection, waitingSections } from './booking-sections.card.js';
import {
  alertsSection,
  calendarsSection,
  hoursSection,
  linkSection,
  offSection,
  settingsSection,
} from './calendar-sections.card.js';
import { brokenSections, helpSection, startSection } from './start-sections.card.js';

/** So many questions about bookings outside the hours; a command finds the others. */
const MOST_UNDECIDED = 2;

/** What somebody sees who opens the assistant: their calendar, what waits for them, what comes next. */
@Injectable()
export class Dashboard {
  constructor(
    private readonly current: CurrentCalendar,
    private readonly cards: CalendarCardReader,
    private readonly alerts: AlertChannels,
    private readonly silent: SilentChannels,
    private readonly timeOff: TimeOff,
    private readonly booked: BookedReader,
    private readonly own: OwnBookings,
    private readonly talk: BookingTalk,
    private readonly affected: AffectedBookingsQuestion,
    private readonly delegates: Delegates,
    private readonly permission: HostingPermission,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Sections from top to bottom. */
  async of(talker: Talker): Promise<readonly Message[]> {
    const { caller } = talker;
    const calendar = await this.current.of(caller);
    const hostIds = await this.delegates.hostsOf(caller);
    if (calendar.ok) return this.ofHost(talker, calendar.value, hostIds);
    const mayHost = (await this.permission.refusal(caller)) === null;
    const start = mayHost ? [startSection()] : [];
    const own = await this.ownOf(talker);
    const isDelegate = hostIds.length > 0;
    if (!isDelegate) return [...start, own, this.help(mayHost ? 'host' : 'attendee')];
    const booked = await this.booked.of(caller, hostIds);
    return [
      ...(await this.undecided(hostIds)),
      ...waitingSections(booked),
      nextSection(booked),
      own,
      ...start,
      this.help('host'),
    ];
  }

  private async ofHost(
    talker: Talker,
    calendar: CalendarConfiguration,
    hostIds: readonly string[],
  ): Promise<readonly Message[]> {
    const { caller } = talker;
    const now = this.clock.now();
    const all = await this.current.all(caller);
    const calendars = [calendar, ...all.filter(({ id }) => id !== calendar.id)];
    const booked = await this.booked.of(caller, hostIds);
    const blocks = await this.timeOff.upcomingBlocks(calendar.host.id, now);
    return [
      ...brokenSections(await this.silent.ofHost(calendar.host.id)),
      linkSection(await this.cards.factsOf(calendar)),
      settingsSection(calendar),
      ...(await this.undecided(hostIds)),
      ...waitingSections(booked),
      nextSection(booked),
      hoursSection(calendar),
      offSection({ calendars, blocks, clocks: calendar.settings, now }),
      alertsSection(calendar, await this.alerts.ofCalendar(calendar.id)),
      calendarsSection(all, calendar, now),
      ...(await this.ownIfAny(talker)),
      this.help('host'),
    ];
  }

  private async undecided(hostIds: readonly string[]): Promise<readonly Message[]> {
    return (await this.affected.again(hostIds)).slice(0, MOST_UNDECIDED);
  }

  private help(reader: 'host' | 'attendee'): Message {
    return helpSection(reader, this.env.contactEmail);
  }

  private async ownOf(talker: Talker): Promise<Message> {
    const bookings = await this.own.upcoming(talker.caller);
    return ownSection(bookings, await this.talk.readingZone(talker));
  }

  /** A host who has booked nothing is not asked to. */
  private async ownIfAny(talker: Talker): Promise<readonly Message[]> {
    const bookings = await this.own.upcoming(talker.caller);
    if (bookings.length === 0) return [];
    return [ownSection(bookings, await this.talk.readingZone(talker))];
  }
}
