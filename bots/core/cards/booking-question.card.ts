import { describeDate } from '../../../src/calendars/words/local-date.js';
import { describeMinutes } from '../../../src/calendars/words/duration.parser.js';
import { describeWhen, readingAt } from '../../../src/calendars/words/when.parser.js';
import { say } from '../../../src/language/say.js';
import { type BookingStep, nextStep, openField } from '../dialogues/booking/booking.dialogue.js';
import { choicesAt } from '../dialogues/booking/booking-choices.js';
import type { BookingFacts } from '../dialogues/booking/booking-facts.js';
import { valueOf } from '../dialogues/booking/booking-fields.js';
import type { BookingState } from '../dialogues/booking/booking-state.js';
import type { Line, Message } from '../message.js';
import { presentTime } from './meeting-time.js';

/** The question that a booking by talk has come to. */
export function bookingQuestion(
  state: BookingState,
  facts: BookingFacts,
  notes: readonly string[] = [],
): Message {
  const step = nextStep(state, facts);
  const options = choicesAt(step, state, facts);
  const asked = step === 'confirm' ? confirmation(state, facts) : question(step, state, facts);
  return {
    ...asked,
    lines: [...notes.map((note): Line => [note]), ...asked.lines],
    ...(options.length === 0 ? {} : { choices: { dialogue: state.id, step, options } }),
  };
}

function question(
  step: Exclude<BookingStep, 'confirm'>,
  state: BookingState,
  facts: BookingFacts,
): Message {
  const { hostName: host } = facts;
  const zone = state.timeZone ?? '';
  switch (step) {
    case 'person':
      return { lines: [[say('book:ask.person')]] };
    case 'existing':
      return { lines: [[say('book:ask.existing', { host, count: facts.openBookings.length })]] };
    case 'calendar':
      return { lines: [[say('book:ask.calendar', { host })]] };
    case 'duration':
      return { lines: [[say('book:ask.duration')]] };
    case 'zone':
      return { lines: [[say('book:ask.zone')]] };
    case 'day':
      return { lines: [[say('book:ask.day', { host, zone })]] };
    case 'time': {
      const date = describeDate(state.date ?? '');
      return { lines: [[say('book:ask.time', { date, zone })]] };
    }
    case 'field':
      return { lines: [[openField(state, facts)?.asks ?? '']] };
  }
}

/** Everything that would be written, in full and with its zone. */
function confirmation(state: BookingState, facts: BookingFacts): Message {
  const { hostName: host } = facts;
  const zone = state.timeZone ?? 'UTC';
  const start = state.start ?? 0;
  const calendar = facts.calendars.find(({ id }) => id === state.calendarId);
  const title = calendar?.title ?? '';
  const isMove = state.movingUid !== null;
  const former = facts.openBookings.find(({ uid }) => uid === state.movingUid);
  const minutes = describeMinutes(state.durationMinutes ?? 0);
  const hostZone = calendar?.timeZone ?? zone;
  return {
    title: say(isMove ? 'book:confirm.move' : 'book:confirm.book', { title, host }),
    lines: [
      ...(former ? [presentTime(former.start, zone)] : []),
      // Its zone is to be read, too, where a platform shows times in another one.
      [`${describeWhen(start, zone)} · ${minutes}`],
      ...hostTimeLines({ start, zone, hostZone, host }),
      ...facts.fields.flatMap((field): Line[] => {
        const value = valueOf(field, state.answers) ?? '';
        return value === ''
          ? []
          : [
              [
                say('book:confirm.field', {
                  label: field.label,
                  value: value.replaceAll('\n', ', '),
                }),
              ],
            ];
      }),
    ],
  };
}

export interface TwoClocks {
  readonly start: number;
  readonly zone: string;
  readonly hostZone: string;
  readonly host: string;
}

/** What the host's clock shows, where it shows something else. */
export function hostTimeLines({ start, zone, hostZone, host }: TwoClocks): Line[] {
  const [own, theirs] = [readingAt(start, zone), readingAt(start, hostZone)];
  const isSame = own.date === theirs.date && own.time === theirs.time;
  return isSame
    ? []
    : [[say('book:confirm.forHost', { host, when: describeWhen(start, hostZone) })]];
}
