import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AvailabilityQuery } from '../../availability/availability.service.js';
import type { Booking } from '../../bookings/booking.entity.js';
import type { BookingProblem } from '../../bookings/booking.errors.js';
import { noBooking } from '../../bookings/booking-problem.mapper.js';
import { type Change, closedProblem, tooLateProblem } from '../../bookings/changeable.js';
import { moveQuery } from '../../bookings/move-offer.service.js';
import { ManageAccess } from '../../bookings/manage/manage-access.service.js';
import { asOpenFor, type CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { lockedZone } from '../../calendars/settings/look-settings.js';
import { CalendarRepository } from '../../calendars/calendar.repository.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../shared/clock.js';
import { ProblemError } from '../../shared/problem.js';
import { addressKey } from '../../shared/http/request-address.js';
import { showFields } from '../form.schema.js';
import { type ShownIn, shownIn } from '../shown-in.js';
import type { BookingPlace } from '../views/page-links.js';

/** A booking whose manage link was shown, as it is at `now` (epoch milliseconds). */
export interface OpenBooking {
  readonly booking: Booking;
  readonly configuration: CalendarConfiguration;
  readonly now: number;
  /** Why the attendee can no longer do this by themselves; null when they can. */
  readonly refused: Readonly<Record<Change, BookingProblem | null>>;
  readonly place: BookingPlace;
  readonly shownIn: ShownIn;
}

/** What came with a request: the query of a link or the fields of a form, the token as `t`. */
type Shown = Readonly<Record<string, unknown>>;

/** Leads from a manage link to its booking. */
@Injectable()
export class BookingDoor {
  constructor(
    private readonly access: ManageAccess,
    private readonly calendars: CalendarRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws ProblemError `not-found`, the same for a wrong, an expired and a foreign token, and
   * `rate-limited` after too many of them from one address.
   */
  async open(uid: string, sent: Shown, { ip }: FastifyRequest): Promise<OpenBooking> {
    const token = typeof sent['t'] === 'string' ? sent['t'] : '';
    const booking = await this.access.find({ uid, token, address: addressKey(ip) });
    if (!booking) throw new ProblemError(noBooking());
    const configuration = await this.database.read((entities) =>
      this.calendars.findById(entities, booking.calendarId),
    );
    if (!configuration) throw new ProblemError(noBooking());
    const now = this.clock.now();
    const carried = showFields(sent);
    const refusal = (change: Change) =>
      closedProblem(booking, now) ??
      tooLateProblem({ booking, settings: configuration.settings, change, actor: 'attendee', now });
    // The place that was booked counts, not the one that the calendar has by now.
    const locked = lockedZone({ ...configuration.settings, location: booking.location });
    const view = shownIn(carried, { usual: booking.attendeeTimeZone, locked });
    return {
      // A calendar that changed hands may be closed by its new host; this booking is the former one's.
      ...{ booking, configuration: asOpenFor(configuration, booking.hostId), now },
      refused: { cancel: refusal('cancel'), move: refusal('move') },
      place: { uid: booking.uid, token, carried },
      // The attendee's own zone is known since they booked.
      shownIn: { ...view, isGuessed: false },
    };
  }
}

/** The question for times to which this booking could move. */
export const moveQueryOf = ({ configuration, now, booking }: OpenBooking): AvailabilityQuery =>
  moveQuery(booking, configuration, now);
