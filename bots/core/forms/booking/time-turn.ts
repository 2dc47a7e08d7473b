import { Injectable } from '@nestjs/common';
import { say } from '../../../../src/language/say.js';
import { localDateOf } from '../../../../src/slots/wall-clock.js';
import { OwnBookings } from '../../commands/book/own-bookings.js';
import type { BookingState } from '../../dialogues/booking/booking-state.js';
import { BookingTalk, moveOf } from '../../dialogues/booking/booking-talk.js';
import type { Talker } from '../../dialogues/talker.js';
import { isFree } from '../../dialogues/time-choice/time-choice.dialogue.js';
import { type Answer, type FormValues, inWords } from '../form.js';
import { BookingPages } from './booking-pages.js';
import { decidedIn, pickedTime } from './time-values.js';

/** The first window of a booking: something in it was changed, or it was handed in. */
@Injectable()
export class TimeTurn {
  constructor(
    private readonly talk: BookingTalk,
    private readonly pages: BookingPages,
    private readonly own: OwnBookings,
  ) {}

  async change(talker: Talker, state: BookingState, values: FormValues): Promise<Answer> {
    const wanted = await this.decided(talker, state, values);
    return this.pages.time(talker, wanted, { values, notes: [] });
  }

  /** The time is held while the rest is filled in. */
  async submit(talker: Talker, before: BookingState, values: FormValues): Promise<Answer> {
    const wanted = await this.decided(talker, before, values);
    const stand = await this.pages.standing(talker, wanted);
    if (!stand.ok) return inWords(await this.talk.end(talker, stand.problem));
    const { state, facts } = stand.value;
    const start = pickedOn(values, state.timeZone);
    if (start === null || !isFree(facts.days, start) || state.timeZone === null) {
      const note = say(start === null ? 'book:form.chooseTime' : 'book:form.gone');
      return this.pages.time(talker, state, { values, notes: [[note]] });
    }
    const date = localDateOf(state.timeZone, start);
    const secured = await this.talk.secure(talker, { ...state, date, start, wish: null });
    if ('again' in secured) {
      const { again, why } = secured;
      return this.pages.time(talker, { ...again, date }, { values, notes: [[why]] });
    }
    return this.pages.details(talker, { state: secured, facts }, { values: {}, notes: [] });
  }

  private async decided(
    talker: Talker,
    before: BookingState,
    values: FormValues,
  ): Promise<BookingState> {
    const decided = decidedIn(await this.whether(talker, before, values), values);
    await this.talk.rememberZone(talker, before, decided);
    return decided;
  }

  /** Whether they want another booking with this host, or to move the one they have. */
  private async whether(
    talker: Talker,
    state: BookingState,
    { existing = '' }: FormValues,
  ): Promise<BookingState> {
    const moving = /^move:(.+)$/.exec(existing)?.[1] ?? null;
    if (existing === '' || moving === state.movingUid) return state;
    await this.talk.abandon(state);
    const open = { ...state, hold: null, heldStarts: [], isAnother: true };
    if (moving === null) {
      return { ...open, movingUid: null, calendarId: null, durationMinutes: null };
    }
    const booking = await this.own.named(talker.caller, moving);
    if (!booking.ok) return open;
    return { ...open, ...moveOf(talker, booking.value), timeZone: state.timeZone };
  }
}

/** The time that was chosen; null where it is of another day than the window shows, which was changed late. */
function pickedOn(values: FormValues, timeZone: string | null): number | null {
  const start = pickedTime(values);
  const { day = '' } = values;
  const isOfDay = start === null || day === '' || localDateOf(timeZone ?? 'UTC', start) === day;
  return isOfDay ? start : null;
}
