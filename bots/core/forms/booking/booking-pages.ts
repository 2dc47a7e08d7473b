import { Injectable } from '@nestjs/common';
import { parseTimeZone } from '../../../../src/calendars/words/time-zone.parser.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import type { BookingFacts } from '../../dialogues/booking/booking-facts.js';
import { BookingFactsReader } from '../../dialogues/booking/booking-facts-reader.js';
import type { BookingState } from '../../dialogues/booking/booking-state.js';
import { type BookingStand, BookingTalk, deadEnd } from '../../dialogues/booking/booking-talk.js';
import type { Talker } from '../../dialogues/talker.js';
import type { Line, Message } from '../../message.js';
import { type Answer, type FormValues, inForm, inWords } from '../form.js';
import { detailsPage } from './details-page.js';
import { timePage } from './time-page.js';
import { keptTime, OTHER_ZONE, pickedTime, proposed, withDay } from './time-values.js';

/** What a window shows beside what is decided. */
export interface Shown {
  /** What stands in its fields. */
  readonly values: FormValues;
  /** What is to be said above it. */
  readonly notes: readonly Line[];
}

/** By changing one of these somebody may find times where there are none now. */
const WAYS_ON = ['host', 'existing', 'calendar', 'length'];

/** Shows the windows of a booking as the world is now, and keeps what they stand for. */
@Injectable()
export class BookingPages {
  constructor(
    private readonly talk: BookingTalk,
    private readonly reader: BookingFactsReader,
  ) {}

  /** Where it stands once everything is decided that leaves no choice, or can be changed in the window. */
  async standing(talker: Talker, wanted: BookingState): Promise<Outcome<BookingStand, Message>> {
    let state = wanted;
    const notes: string[] = [];
    for (;;) {
      const stand = await this.talk.stand(talker, state);
      if (!stand.ok) return stand;
      notes.push(...stand.value.notes);
      const { state: settled, facts } = stand.value;
      state = proposed(settled, facts);
      if (state === settled) return done({ state, facts, notes });
    }
  }

  /** Nothing is held for what can still be changed. */
  async time(talker: Talker, wanted: BookingState, { values, notes }: Shown): Promise<Answer> {
    const stand = await this.standing(talker, wanted);
    if (!stand.ok) return inWords(await this.talk.end(talker, stand.problem));
    const { state: settled, facts } = stand.value;
    const secured = await this.talk.secure(talker, {
      ...withDay(settled, facts, wanted),
      start: null,
    });
    const state = 'again' in secured ? secured.again : secured;
    const end = deadEnd(state, facts);
    const said: Line[] = [...stand.value.notes.map((note): Line => [note]), ...(end?.lines ?? [])];
    const form = timePage({
      ...{ state, facts, notes: [...notes, ...said, ...zoneNotes(values)] },
      picked: keptTime(settled.start ?? pickedTime(values), state, facts),
      people: await this.peopleAsked(talker, { state, facts, values }),
      ownZone: await this.talk.zoneOf(talker),
      otherZone: otherZone(values),
    });
    if (end !== null && !form.fields.some(({ id }) => WAYS_ON.includes(id))) {
      await this.talk.abandon(state);
      return inWords(await this.talk.end(talker, { ...end, lines: [...notes, ...said] }));
    }
    await this.talk.keep(talker, state);
    return inForm(form);
  }

  /** What was chosen is held as long as the window is filled in. */
  async details(
    talker: Talker,
    { state, facts }: Pick<BookingStand, 'state' | 'facts'>,
    { values, notes }: Shown,
  ): Promise<Answer> {
    await this.talk.keep(talker, state);
    const near = state.start ?? pickedTime(values) ?? facts.now;
    return inForm(detailsPage({ state, facts, notes, typed: values, near }));
  }

  /** Whoever was asked whom they want to meet can change that. */
  private async peopleAsked(
    talker: Talker,
    { state, facts, values }: Asked,
  ): Promise<BookingFacts['people']> {
    if (state.hostId === null) return facts.people;
    return values['host'] === undefined ? [] : this.reader.peopleFor(talker);
  }
}

interface Asked {
  readonly state: BookingState;
  readonly facts: BookingFacts;
  readonly values: FormValues;
}

/** What they wrote as a zone that is none yet; null when they do not name one. */
function otherZone({ zone, otherZone: named = '' }: FormValues): string | null {
  if (zone !== OTHER_ZONE) return null;
  return parseTimeZone(named).ok ? null : named;
}

function zoneNotes({ otherZone: named = '', zone }: FormValues): Line[] {
  const read = zone === OTHER_ZONE && named !== '' ? parseTimeZone(named) : null;
  return read === null || read.ok ? [] : [[read.problem.sentence]];
}
