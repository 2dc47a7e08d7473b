import { Injectable } from '@nestjs/common';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import {
  HandOverCalendar,
  type HandoverEffect,
} from '../../../src/bookings/handover/hand-over-calendar.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import type { HandoverQuestion } from '../../../src/calendars/host-handover.service.js';
import { announceLocation } from '../../../src/calendars/locations/location-words.js';
import { isOwnNumber, isSetPlace } from '../../../src/calendars/locations/location.js';
import { zoneAt } from '../../../src/calendars/settings/zone-at.js';
import { Database } from '../../../src/database/database.js';
import type { HostHandover } from '../../../src/hosts/host-handover.entity.js';
import { HostName } from '../../../src/hosts/host-name.service.js';
import { Identities } from '../../../src/hosts/identities.service.js';
import { say } from '../../../src/language/say.js';
import { type Message, sentences } from '../message.js';
import { handoverCard, type HandoverFacts, type HandoverTime } from './handover.card.js';

/** Reads what those concerned are shown before a calendar changes hands. */
@Injectable()
export class HandoverQuestions {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly identities: Identities,
    private readonly names: HostName,
    private readonly handOver: HandOverCalendar,
  ) {}

  /** Null when the calendar is gone. */
  async of(handover: HostHandover): Promise<Message | null> {
    const calendar = await this.database.read((entities) =>
      this.calendars.findById(entities, handover.calendarId),
    );
    if (calendar?.host.id !== handover.hostId) return null;
    const facts = await this.facts(calendar, handover);
    return facts ? handoverCard(handover.id, facts) : sentences(say('commands:failed'));
  }

  /** What would happen as things are. Null when that cannot be told at the moment. */
  async facts(
    calendar: CalendarConfiguration,
    question: HandoverQuestion,
  ): Promise<HandoverFacts | null> {
    const effect = await this.handOver.preview(question);
    const person = await this.identities.find(question.toIdentityId);
    if (!effect || !person) return null;
    return {
      ...factsOf(calendar, effect),
      ...{ person: await this.names.called(person), givesBookings: question.givesBookings },
    };
  }
}

/** `calendar` as its former host had it. */
export function factsOf(
  { settings, host }: CalendarConfiguration,
  { fitting, misfits }: HandoverEffect,
): Omit<HandoverFacts, 'person' | 'givesBookings'> {
  const timeOf = ({ uid, attendeeName, startsAt }: Booking): HandoverTime => {
    const start = startsAt.getTime();
    return { uid, attendeeName, start, timeZone: zoneAt(settings, start) };
  };
  return {
    ...{ title: settings.title, host: host.name },
    fitting: fitting.map(timeOf),
    misfits: misfits.map(({ booking, why }) => ({ ...timeOf(booking), why })),
    hasOwnNumber: isOwnNumber(settings.location),
    place: isSetPlace(settings.location) ? announceLocation(settings.location, host.name) : null,
  };
}
