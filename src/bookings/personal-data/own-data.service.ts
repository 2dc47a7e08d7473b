import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service.js';
import { CalendarRepository } from '../../calendars/calendar.repository.js';
import { TimeBlock } from '../../calendars/time-off/time-block.entity.js';
import { Database } from '../../database/database.js';
import { BlockedPeople } from '../../hosts/blocked-people.service.js';
import type { ChatIdentity } from '../../hosts/chat-identity.entity.js';
import { Delegates } from '../../hosts/delegates.service.js';
import { Identities } from '../../hosts/identities.service.js';
import { AttendeeBookings } from '../appointments/attendee-bookings.repository.js';
import type { BookingChange } from '../history/booking-change.entity.js';
import { Booking } from '../booking.entity.js';
import { BookingHistory } from '../history/booking-history.js';

/** Everything that is kept about somebody, as JSON can hold it. */
export type OwnRecord = Readonly<Record<string, unknown>>;

/** Gathers what is kept about a person, for that person. */
@Injectable()
export class OwnData {
  constructor(
    private readonly database: Database,
    private readonly bookings: AttendeeBookings,
    private readonly history: BookingHistory,
    private readonly calendars: CalendarRepository,
    private readonly identities: Identities,
    private readonly delegates: Delegates,
    private readonly blocked: BlockedPeople,
    private readonly audit: Audit,
  ) {}

  /** Of somebody who booked in chat. That it was handed out is written down. */
  ofAttendee(identity: ChatIdentity): Promise<OwnRecord> {
    return this.database.write(async (entities) => {
      const what = { action: 'person.exported', subject: identity.id, actor: 'attendee' } as const;
      await this.audit.note(entities, { hostId: null, ...what });
      const all = await this.bookings.all(entities, identity.id);
      const bookings: OwnRecord[] = [];
      for (const booking of all) {
        const changes = await this.history.changesOf(entities, booking);
        bookings.push({ ...bookingRecord(booking), changes: changes.map(changeRecord) });
      }
      return { person: personRecord(identity), bookings };
    });
  }

  /** The same of a host: their calendars, and everything that was booked with them. */
  async ofHost(hostId: string): Promise<OwnRecord> {
    const people = await this.identities.ofHost(hostId);
    const delegates = await this.delegates.of(hostId);
    const blocked = await this.blocked.of(hostId);
    return this.database.write(async (entities) => {
      await this.audit.note(entities, { hostId, action: 'account.exported', subject: hostId });
      const calendars = await this.calendars.ofHost(entities, hostId);
      const bookings = await entities.find(
        Booking,
        { hostId, status: { $ne: 'held' } },
        { orderBy: { startsAt: 'asc' } },
      );
      const blocks = await entities.find(TimeBlock, { hostId }, { orderBy: { startsAt: 'asc' } });
      return {
        people: people.map(ownRecord),
        calendars: calendars.map(({ slug, settings, overrides, active }) => ({
          ...{ slug, active, settings, overrides },
        })),
        blocks: blocks.map(({ startsAt, endsAt, reason }) => ({ startsAt, endsAt, reason })),
        delegates: delegates.map(personRecord),
        blocked: blocked.map(({ email, name }) => email ?? name),
        bookings: bookings.map(bookingRecord),
      };
    });
  }
}

const personRecord = ({
  platform,
  workspace,
  userKey,
  name,
  timeZone,
}: ChatIdentity): OwnRecord => ({
  ...{ platform, workspace, userKey, name, timeZone: timeZone ?? null },
});

/** What is known of themselves, and nobody else's to read. */
const ownRecord = (account: ChatIdentity): OwnRecord => ({
  ...personRecord(account),
  offeredZone: account.offeredZone ?? null,
});

function bookingRecord(booking: Booking): OwnRecord {
  const { uid, title, status, startsAt, endsAt, notes, answers, guests, location } = booking;
  return {
    ...{ uid, title, status, host: booking.hostName, startsAt, endsAt },
    attendee: {
      name: booking.attendeeName,
      email: booking.attendeeEmail ?? null,
      timeZone: booking.attendeeTimeZone,
      locale: booking.attendeeLocale ?? null,
    },
    ...{ notes, answers, guests, location, consent: booking.consent },
    ...{ source: booking.source, utm: booking.utm, bookedAt: booking.createdAt },
    cancelReason: booking.cancelReason ?? null,
  };
}

const changeRecord = ({ kind, actor, startsAt, reason, createdAt }: BookingChange): OwnRecord => ({
  ...{ kind, by: actor, startsAt, reason: reason ?? null, at: createdAt },
});
