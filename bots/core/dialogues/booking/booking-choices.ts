import { describeMinutes } from '../../../../src/calendars/words/duration.parser.js';
import { describeWhen } from '../../../../src/calendars/words/when.parser.js';
import { say } from '../../../../src/language/say.js';
import type { Choice } from '../../message.js';
import { type BookingStep, offeredLengths, openField } from './booking.dialogue.js';
import type { BookingFacts } from './booking-facts.js';
import type { BookingState } from './booking-state.js';
import { dayChoices, timeChoices } from '../time-choice/time-choices.js';

/** Where people most often are; any other zone can be typed. */
export const LIKELY_ZONES = [
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

/** To book another one, or to move one of those there are. */
export function existingChoices(
  { timeZone }: BookingState,
  { openBookings }: BookingFacts,
): Choice[] {
  const zone = timeZone ?? 'UTC';
  return [
    { id: 'another', label: say('book:choice.another') },
    ...openBookings.map(({ uid, start }) => ({
      id: `move:${uid}`,
      label: say('book:choice.moveThat', { when: describeWhen(start, zone) }),
    })),
  ];
}

/** The lengths of the chosen calendar. */
export const durationChoices = (state: BookingState, facts: BookingFacts): Choice[] =>
  offeredLengths(state, facts).map((minutes) => ({
    id: String(minutes),
    label: describeMinutes(minutes),
  }));

function fieldChoices(state: BookingState, facts: BookingFacts): Choice[] {
  const field = openField(state, facts);
  if (!field) return [];
  const skip = { id: 'skip', label: say('book:choice.skip') };
  // Where a number is an answer, a choice with a number would take it.
  const isSkipSaid = field.isRequired || field.question?.kind === 'number';
  const { proposal } = field;
  const proposed = proposal === null ? [] : [{ id: proposal, label: proposal }];
  return [...field.options, ...proposed, ...(isSkipSaid ? [] : [skip])];
}

function confirmChoices({ movingUid }: BookingState): Choice[] {
  const yes = movingUid === null ? say('book:choice.book') : say('book:choice.move');
  return [
    { id: 'yes', label: yes, look: 'primary' },
    { id: 'time', label: say('book:choice.otherTime') },
    { id: 'stop', label: say('book:choice.stop') },
  ];
}
