import { describeMinutes } from '../../../../src/calendars/words/duration.parser.js';
import { describeDate } from '../../../../src/calendars/words/local-date.js';
import { meetingWith } from '../../../../src/language/meeting-words.js';
import { say } from '../../../../src/language/say.js';
import { presentTime } from '../../cards/meeting-time.js';
import { offeredLengths } from '../../dialogues/booking/booking.dialogue.js';
import { durationChoices, existingChoices } from '../../dialogues/booking/booking-choices.js';
import type { BookingFacts } from '../../dialogues/booking/booking-facts.js';
import type { BookingState } from '../../dialogues/booking/booking-state.js';
import type { Choice, Line } from '../../message.js';
import { BOOKING_FORM } from '../command-subject.js';
import type { Form, FormField } from '../form.js';
import { shownDays, timesOf } from './offered-choices.js';
import { subjectOf } from './page-subject.js';
import { zoneFields } from './zone-fields.js';

export interface TimePage {
  readonly state: BookingState;
  readonly facts: BookingFacts;
  /** What is to be said above it. */
  readonly notes: readonly Line[];
  /** The time that is chosen in it, epoch milliseconds. */
  readonly picked: number | null;
  /** Who can be booked here, where that is asked. */
  readonly people: BookingFacts['people'];
  /** The zone of whoever looks, as far as it is known. */
  readonly ownZone: string | null;
  /** They want to name a zone; what they wrote by now. */
  readonly otherZone: string | null;
}

/** The first window of a booking: whom, what, how long and when. Whatever is decided can be changed. */
export function timePage(page: TimePage): Form {
  const { state, notes } = page;
  const isMove = state.movingUid !== null;
  return {
    ...{ kind: BOOKING_FORM, subject: subjectOf({ id: state.id, page: 'time' }) },
    title: say(isMove ? 'book:form.moveTitle' : 'book:form.title'),
    lines: [...notes, ...aboutLines(page)],
    fields: [
      ...hostField(page),
      ...existingField(page),
      ...calendarField(page),
      ...lengthField(page),
      ...zoneFields(page),
      ...dayField(page),
      ...timeField(page),
    ],
    ...{ submit: say('book:form.next'), timeZone: state.timeZone ?? 'UTC', isHeld: true },
  };
}

/** Nothing is to be said of what is chosen in the window itself. */
function aboutLines({ state, facts }: TimePage): Line[] {
  const calendar = facts.calendars.find(({ id }) => id === state.calendarId);
  if (!calendar || state.timeZone === null) return [];
  const former = facts.openBookings.find(({ uid }) => uid === state.movingUid);
  const about = meetingWith(calendar.title, facts.hostName);
  const lasts =
    state.durationMinutes === null ? '' : ` · ${describeMinutes(state.durationMinutes)}`;
  return [[`${about}${lasts}`], ...(former ? [presentTime(former.start, state.timeZone)] : [])];
}

const choice = { kind: 'choice', isRequired: true, isLive: true } as const;

function hostField({ people, state }: TimePage): FormField[] {
  if (people.length === 0) return [];
  const options = people.map(({ id, name }) => ({ id, label: name }));
  return [
    { ...choice, id: 'host', label: say('book:ask.person'), value: state.hostId ?? '', options },
  ];
}

function existingField({ state, facts }: TimePage): FormField[] {
  const { movingUid, isAnother } = state;
  if (facts.openBookings.length === 0 || (movingUid !== null && !isAnother)) return [];
  const value = movingUid === null ? 'another' : `move:${movingUid}`;
  const label = say('book:form.existing', { host: facts.hostName });
  return [{ ...choice, id: 'existing', label, value, options: existingChoices(state, facts) }];
}

function calendarField({ state, facts }: TimePage): FormField[] {
  if (state.movingUid !== null || facts.calendars.length < 2) return [];
  const options = facts.calendars.map(({ id, title }) => ({ id, label: title }));
  const label = say('book:ask.calendar', { host: facts.hostName });
  return [{ ...choice, id: 'calendar', label, value: state.calendarId ?? '', options }];
}

function lengthField({ state, facts }: TimePage): FormField[] {
  if (state.movingUid !== null || offeredLengths(state, facts).length < 2) return [];
  const value = state.durationMinutes === null ? '' : String(state.durationMinutes);
  const options = durationChoices(state, facts);
  return [{ ...choice, id: 'length', label: say('book:ask.duration'), value, options }];
}

function dayField({ state, facts }: TimePage): FormField[] {
  const days = shownDays(facts.days, state.date);
  if (days.length === 0) return [];
  const options = days.map(({ date }): Choice => ({ id: date, label: describeDate(date) }));
  return [{ ...choice, id: 'day', label: say('book:form.day'), value: state.date ?? '', options }];
}

function timeField({ state, facts, picked }: TimePage): FormField[] {
  const options = timesOf(state, facts);
  if (options.length === 0) return [];
  const value = picked === null ? '' : String(picked);
  return [{ ...choice, isLive: false, id: 'time', label: say('book:form.time'), value, options }];
}
