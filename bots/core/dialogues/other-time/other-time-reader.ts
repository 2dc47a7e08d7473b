import { Injectable } from '@nestjs/common';
import type { AvailabilityQuery } from '../../../../src/availability/availability.service.js';
import { BookingOffer } from '../../../../src/bookings/booking-offer.js';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import { closedProblem } from '../../../../src/bookings/changeable.js';
import { moveQuery } from '../../../../src/bookings/move-offer.service.js';
import { asOpen } from '../../../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../../../src/calendars/calendar.repository.js';
import { Database } from '../../../../src/database/database.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { BookingChoice, refusedAs } from '../../commands/bookings/booking-choice.js';
import { HostZone } from '../../commands/host-zone.js';
import { type Message, sentences } from '../../message.js';
import { OfferedTimes } from './offered-times.js';
import type { OtherTimeFacts, OtherTimeState, Refusal } from './other-time.dialogue.js';
import type { Talker } from '../talker.js';

/** Asks the world what the search for another time needs to know. */
@Injectable()
export class OtherTimeReader {
  constructor(
    private readonly database: Database,
    private readonly choice: BookingChoice,
    private readonly calendars: CalendarRepository,
    private readonly times: OfferedTimes,
    private readonly offer: BookingOffer,
    private readonly zone: HostZone,
    private readonly clock: Clock,
  ) {}

  /** The booking, if it is this person's to change; else there is none for them. */
  async booking(
    { caller }: Talker,
    { uid }: Pick<OtherTimeState, 'uid'>,
  ): Promise<Outcome<Booking, Message>> {
    return refusedAs(uid, await this.choice.named(caller, uid));
  }

  async of(talker: Talker, state: OtherTimeState): Promise<Outcome<OtherTimeFacts, Message>> {
    const found = await this.booking(talker, state);
    if (!found.ok) return found;
    const booking = found.value;
    const configuration = await this.database.read((entities) =>
      this.calendars.findById(entities, booking.calendarId),
    );
    if (!configuration) return refused(sentences(say('commands:problem.not-found')));
    const now = this.clock.now();
    const query = moveQuery(booking, asOpen(configuration), now);
    const former = booking.startsAt.getTime();
    const clocks = await this.zone.clocks(talker.caller, booking);
    const choosing = { clocks, wish: state.wish };
    return done({
      ...{ now, clocks, former, title: booking.title, attendeeName: booking.attendeeName },
      minutes: query.durationMinutes,
      // A time of the host's own is judged as one in doubt.
      whyNot: null,
      days: await this.times.days(query, choosing, [former]),
      refusal: state.doubtful === null ? null : await this.refusal(query, state.doubtful),
      hindrance: closedProblem(booking, now),
    });
  }

  /** A host may break their own rules, but books over nothing, and nothing in the past. */
  private refusal(query: AvailabilityQuery, at: number): Promise<Refusal | null> {
    return this.database.read(async (entities) => {
      const problem = await this.offer.refusal(entities, query, at);
      if (problem?.kind === 'slot-taken') return 'taken';
      if (problem?.kind !== 'slot-not-offered') return null;
      const insisted = await this.offer.insistedRefusal(entities, query, at);
      if (insisted?.kind === 'slot-taken') return 'taken';
      return insisted ? 'over' : problem.step;
    });
  }
}
