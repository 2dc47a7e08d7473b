import { Injectable } from '@nestjs/common';
import { say } from '../../../../src/language/say.js';
import { notTaking } from '../../attendee-problem-words.js';
import type { BookingFacts } from '../../dialogues/booking/booking-facts.js';
import type { BookingState } from '../../dialogues/booking/booking-state.js';
import { BookingTalk } from '../../dialogues/booking/booking-talk.js';
import { BookingWriter } from '../../dialogues/booking/booking-writer.js';
import type { Talker } from '../../dialogues/talker.js';
import type { Line } from '../../message.js';
import { type Answer, type FormValues, inWords } from '../form.js';
import { BookingPages } from './booking-pages.js';
import { readDetails } from './details-fields.js';
import { pickedTime } from './time-values.js';

/**
 * The second window of a booking: another time was chosen in it, which it then shows and holds; or it
 * was handed in, and it is booked, or stands there again with what was typed.
 */
@Injectable()
export class DetailsTurn {
  constructor(
    private readonly talk: BookingTalk,
    private readonly pages: BookingPages,
    private readonly writer: BookingWriter,
  ) {}

  change(talker: Talker, before: BookingState, values: FormValues): Promise<Answer> {
    const wanted = { ...before, start: pickedTime(values) };
    return this.again(talker, wanted, { values, notes: [] });
  }

  async submit(talker: Talker, before: BookingState, values: FormValues): Promise<Answer> {
    const stand = await this.talk.stand(talker, { ...before, start: pickedTime(values) });
    if (!stand.ok) return inWords(await this.talk.end(talker, stand.problem));
    const { state, facts } = stand.value;
    if (!isThere(state, facts)) return this.over(talker, state, facts);
    if (state.start === null) {
      return this.again(talker, state, { values, notes: [[say('book:form.chooseTime')]] });
    }
    const read = readDetails(facts.fields, values);
    if (!read.ok) {
      return this.again(talker, state, { values, notes: read.problem.map((one): Line => [one]) });
    }
    const written = await this.writer.write(talker, { ...state, answers: read.value }, facts);
    switch (written.kind) {
      case 'done':
        return inWords(await this.talk.end(talker, written.message));
      case 'again':
        return this.again(talker, { ...state, start: null }, { values, notes: [[written.why]] });
      case 'refused':
        return this.again(talker, state, { values, notes: written.message.lines });
    }
  }

  /** The same window as the world is now, with everything that was typed. */
  private async again(
    talker: Talker,
    wanted: BookingState,
    shown: { readonly values: FormValues; readonly notes: readonly Line[] },
  ): Promise<Answer> {
    const secured = await this.talk.secure(talker, wanted);
    const isGone = 'again' in secured;
    const state = isGone ? { ...secured.again, date: wanted.date } : secured;
    const stand = await this.talk.stand(talker, state);
    if (!stand.ok) return inWords(await this.talk.end(talker, stand.problem));
    if (!isThere(state, stand.value.facts)) return this.over(talker, state, stand.value.facts);
    const { facts } = stand.value;
    const notes = isGone ? [[secured.why], ...shown.notes] : shown.notes;
    return this.pages.details(talker, { state, facts }, { ...shown, notes });
  }

  /** There is nothing to book any more. */
  private async over(talker: Talker, state: BookingState, facts: BookingFacts): Promise<Answer> {
    await this.talk.abandon(state);
    const message = notTaking(facts.hostName, facts.pausedUntil);
    return inWords(await this.talk.end(talker, message));
  }
}

/** Whether the calendar still takes bookings of people. */
const isThere = ({ calendarId }: BookingState, { calendars }: BookingFacts): boolean =>
  calendars.some(({ id }) => id === calendarId);
