import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Appointments } from '../../../src/bookings/appointments/appointments.repository.js';
import { BookingHistory, startBeforeMove } from '../../../src/bookings/history/booking-history.js';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { attendeePlace } from '../../../src/bookings/booking-place.js';
import { HeldTimes } from '../../../src/bookings/holds/held-times.repository.js';
import { ManageLinks } from '../../../src/bookings/manage/manage-links.service.js';
import { openQuestion } from '../../../src/bookings/other-times/open-question.js';
import { timeQuestion } from '../../../src/bookings/other-times/time-question.js';
import {
  describeLocation,
  outlineLocation,
} from '../../../src/calendars/locations/location-words.js';
import { answerText } from '../../../src/calendars/questions/answer-words.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { Clock } from '../../../src/shared/clock.js';
import { endOfDate, localDateOf, startOfDate } from '../../../src/slots/wall-clock.js';
import { attendeeZone } from '../attendee-zone.js';
import type { AttendeeFacts } from './attendee.card.js';
import type { AttendeeContact, BookingCardFacts, Phase } from './booking.card.js';
import type { LatestChange } from './change-reply.card.js';
import { spanOf } from './meeting-time.js';
import { person } from '../message.js';

export interface CardFacts {
  readonly facts: BookingCardFacts;
  readonly latest: LatestChange | null;
  readonly attendee: AttendeeFacts;
  readonly contact: AttendeeContact | null;
}

/** A place that its attendee named is said; what a host tells only those who booked is not. */
const announcedPlace = ({ location, hostName }: Booking): string | null =>
  location.kind === 'ask' && location.place !== null
    ? location.place
    : outlineLocation(location, hostName);

/** Hosts need the number that they are to call. */
const hostPlace = (booking: Booking): string | null =>
  booking.location.kind === 'phone-host-calls'
    ? (describeLocation(booking.location, booking.hostName)?.text ?? null)
    : announcedPlace(booking);

function phaseOf({ startsAt, endsAt }: Booking, now: number): Phase {
  if (now < startsAt.getTime()) return 'ahead';
  return now < endsAt.getTime() ? 'running' : 'over';
}

/** Whoever booked in chat; null of a booking made elsewhere. */
const bookerOf = (
  entities: EntityManager,
  { bookedByIdentityId: id }: Booking,
): Promise<ChatIdentity | null> =>
  id ? entities.findOne(ChatIdentity, { id }) : Promise.resolve(null);

/** Reads what a card about a booking shows. */
@Injectable()
export class BookingCardReader {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly history: BookingHistory,
    private readonly held: HeldTimes,
    private readonly appointments: Appointments,
    private readonly links: ManageLinks,
    private readonly clock: Clock,
  ) {}

  async factsOf(entities: EntityManager, booking: Booking): Promise<CardFacts> {
    const configuration = await this.calendars.findById(entities, booking.calendarId);
    const timeZone = configuration?.settings.timeZone ?? 'UTC';
    const changes = await this.history.changesOf(entities, booking);
    const held = await this.held.of(entities, booking.id);
    const last = changes.at(-1);
    const booker = await bookerOf(entities, booking);
    return {
      facts: {
        uid: booking.uid,
        sequence: booking.sequence,
        title: booking.title,
        status: booking.status,
        ...spanOf(booking),
        phase: phaseOf(booking, this.clock.now()),
        movedFrom: startBeforeMove(changes)?.getTime() ?? null,
        timeZone,
        place: hostPlace(booking),
        announcedPlace: announcedPlace(booking),
        placeForAll: outlineLocation(booking.location, booking.hostName),
        isOnline: booking.location.kind === 'link',
        attendeeName: booking.attendeeName,
        booker: booker && person(booker),
        hostName: booking.hostName,
        cancelledBy: booking.cancelledBy ?? null,
        cancelReason: booking.cancelReason ?? null,
        actedBy: last?.actedByName ?? null,
        answerBy: booking.holdExpiresAt?.getTime() ?? null,
        question: openQuestion(held, this.clock.now()),
        timeQuestion: timeQuestion(booking, changes),
        isKept: last?.kind === 'move_kept',
        neighbours: await this.neighbours(entities, booking, timeZone),
      },
      latest: last
        ? {
            kind: last.kind,
            actor: last.actor,
            reason: last.reason ?? null,
            asked: last.askedStarts.map((start) => Date.parse(start)),
          }
        : null,
      attendee: {
        timeZone: attendeeZone(booker, booking),
        place: attendeePlace(booking)?.text ?? null,
        manageUrl: this.links.of(booking),
      },
      contact: {
        email: booking.attendeeEmail ?? null,
        notes: booking.notes,
        answers: booking.answers.map((answer) => ({
          label: answer.label,
          text: answerText(answer),
        })),
      },
    };
  }

  private async neighbours(
    entities: EntityManager,
    booking: Booking,
    timeZone: string,
  ): Promise<BookingCardFacts['neighbours']> {
    if (booking.status !== 'pending') return { before: null, after: null };
    const date = localDateOf(timeZone, booking.startsAt.getTime());
    const day = await this.appointments.between(entities, [booking.hostId], {
      from: new Date(startOfDate(timeZone, date)),
      to: new Date(endOfDate(timeZone, date)),
    });
    const others = day.filter(({ id }) => id !== booking.id);
    const before = others.findLast(({ endsAt }) => endsAt <= booking.startsAt);
    const after = others.find(({ startsAt }) => startsAt >= booking.endsAt);
    return { before: before ? spanOf(before) : null, after: after ? spanOf(after) : null };
  }
}
