import { describeDate } from '../../../src/calendars/words/local-date.js';
import { describeMinutes } from '../../../src/calendars/words/duration.parser.js';
import { describeWhen } from '../../../src/calendars/words/when.parser.js';
import { DAY_PARTS } from '../../../src/calendars/words/wish.parser.js';
import { say } from '../../../src/language/say.js';
import type { Choice } from '../message.js';
import { type BookingStep, openField, wishedDays } from './booking.dialogue.js';
import type { BookingFacts, OfferedTime } from './booking-facts.js';
import type { BookingState } from './booking-state.js';

/** Days at once: a select of every platform holds so many, and a terminal shows them without scrolling. */
export const DAYS_AT_ONCE = 10;

/** Where people most often are; any other zone can be typed. */
const LIKELY_ZONES = [
  ...['America/Los_Angeles', 'America/Denver', 'America/Chicago', 'America/New_York'],
  ...['America/Sao_Paulo', 'Europe/London', 'Europe/Berlin', 'Europe/Helsinki', 'Africa/Lagos'],
  ...['Asia/Dubai', 'Asia/Kolkata', 'Asia/Singapore', 'Asia/Tokyo', 'Australia/Sydney', 'UTC'],
];

/** What can be chosen at a step, in the order in which it is shown and numbered. */
export function choicesAt(
  step: BookingStep,
  state: BookingState,
  facts: BookingFacts,
): readonly Choice[] {
  switch (step) {
    case 'person':
      return facts.people.map(({ id, name }) => ({ id, label: name }));
    case 'existing':
      return existingChoices(state, facts);
    case 'calendar':
      return facts.calendars.map(({ id, title }) => ({ id, label: title }));
    case 'duration':
      return durationChoices(state, facts);
    case 'zone':
      return LIKELY_ZONES.map((zone) => ({ id: zone, label: zone }));
    case 'day':
      return dayChoices(state, facts);
    case 'time':
      return timeChoices(state, facts);
    case 'field':
      return fieldChoices(state, facts);
    case 'confirm':
      return confirmChoices(state);
  }
}

function existingChoices({ timeZone }: BookingState, { openBookings }: BookingFacts): Choice[] {
  const zone = timeZone ?? 'UTC';
  return [
    { id: 'another', label: say('book:choice.another') },
    ...openBookings.map(({ uid, start }) => ({
      id: `move:${uid}`,
      label: say('book:choice.moveThat', { when: describeWhen(start, zone) }),
    })),
  ];
}

function durationChoices({ calendarId }: BookingState, { calendars }: BookingFacts): Choice[] {
  const chosen = calendars.find(({ id }) => id === calendarId);
  return (chosen?.durations ?? []).map((minutes) => ({
    id: String(minutes),
    label: describeMinutes(minutes),
  }));
}

function dayChoices(state: BookingState, facts: BookingFacts): Choice[] {
  const days = wishedDays(state, facts);
  const { skippedDays: from } = state;
  const shown = days.slice(from, from + DAYS_AT_ONCE);
  const earlier = from > 0 ? [{ id: 'earlier', label: say('book:choice.earlier') }] : [];
  const isMore = days.length > from + DAYS_AT_ONCE;
  const later = isMore ? [{ id: 'later', label: say('book:choice.later') }] : [];
  return [
    ...shown.map(({ date }) => ({ id: date, label: describeDate(date) })),
    ...earlier,
    ...later,
  ];
}

function timeChoices({ date, wish }: BookingState, { days }: BookingFacts): Choice[] {
  const all = days.find((day) => day.date === date)?.times ?? [];
  const wished = all.filter(({ part }) => part === wish?.part);
  const isNarrowed = wished.length > 0 && wished.length < all.length;
  const shown = DAY_PARTS.flatMap((part) =>
    (isNarrowed ? wished : all).filter((time) => time.part === part),
  );
  return [
    ...shown.map(timeChoice),
    ...(isNarrowed ? [{ id: 'all', label: say('book:choice.allTimes') }] : []),
    { id: 'days', label: say('book:choice.days') },
  ];
}

const timeChoice = ({ start, label, part }: OfferedTime): Choice => ({
  id: String(start),
  label,
  group: say(`book:part.${part}`),
});

function fieldChoices(state: BookingState, facts: BookingFacts): Choice[] {
  const field = openField(state, facts);
  if (!field) return [];
  const skip = { id: 'skip', label: say('book:choice.skip') };
  return [...field.options, ...(field.isRequired ? [] : [skip])];
}

function confirmChoices({ movingUid }: BookingState): Choice[] {
  const yes = movingUid === null ? say('book:choice.book') : say('book:choice.move');
  return [
    { id: 'yes', label: yes },
    { id: 'time', label: say('book:choice.otherTime') },
    { id: 'stop', label: say('book:choice.stop') },
  ];
}
