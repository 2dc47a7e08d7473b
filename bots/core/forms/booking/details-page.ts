import { describeMinutes } from '../../../../src/calendars/words/duration.parser.js';
import { describeWhen } from '../../../../src/calendars/words/when.parser.js';
import { meetingWith } from '../../../../src/language/meeting-words.js';
import { say } from '../../../../src/language/say.js';
import { hostTimeLines } from '../../cards/booking-question.card.js';
import { presentTime } from '../../cards/meeting-time.js';
import type { BookingFacts } from '../../dialogues/booking/booking-facts.js';
import type { BookingState } from '../../dialogues/booking/booking-state.js';
import type { Line } from '../../message.js';
import { BOOKING_FORM } from '../command-subject.js';
import type { Form, FormField, FormValues } from '../form.js';
import { detailField } from './details-fields.js';
import { timesNear } from './offered-choices.js';
import { subjectOf } from './page-subject.js';

export interface DetailsPage {
  readonly state: BookingState;
  readonly facts: BookingFacts;
  /** What is to be said above it. */
  readonly notes: readonly Line[];
  /** What stands in it already, by the id of the field. */
  readonly typed: FormValues;
  /** The time that was chosen last, which may be gone by now; epoch milliseconds. */
  readonly near: number;
}

/** The second window of a booking: everything in full, and what else has to be known. */
export function detailsPage(page: DetailsPage): Form {
  const { state, facts, notes, typed } = page;
  const known = { typed, kept: state.answers };
  return {
    ...{ kind: BOOKING_FORM, subject: subjectOf({ id: state.id, page: 'details' }) },
    title: say(state.movingUid === null ? 'book:form.title' : 'book:form.moveTitle'),
    lines: [...notes, ...bookedLines(page)],
    fields: [timeField(page), ...facts.fields.map((field) => detailField(field, known))],
    submit: say(state.movingUid === null ? 'book:choice.book' : 'book:choice.move'),
    ...{ timeZone: state.timeZone ?? 'UTC', isHeld: true },
  };
}

function bookedLines({ state, facts }: DetailsPage): Line[] {
  const { start, calendarId, durationMinutes, movingUid } = state;
  const zone = state.timeZone ?? 'UTC';
  const { hostName: host } = facts;
  const calendar = facts.calendars.find(({ id }) => id === calendarId);
  const hostZone = calendar?.timeZone ?? zone;
  const place = calendar?.place ?? null;
  const former = facts.openBookings.find(({ uid }) => uid === movingUid);
  const lasts = describeMinutes(durationMinutes ?? 0);
  return [
    [`${meetingWith(calendar?.title ?? '', host)} · ${lasts}`],
    ...(former ? [presentTime(former.start, zone)] : []),
    ...(start === null ? [] : [[describeWhen(start, zone)]]),
    ...(start === null ? [] : hostTimeLines({ start, zone, hostZone, host })),
    ...(place === null ? [] : [[say('cards:place', { place })]]),
  ];
}

/** Once more, so that another one can be taken; what is said of it above follows at once. */
function timeField({ state, facts, near }: DetailsPage): FormField {
  const value = state.start === null ? '' : String(state.start);
  const options = timesNear(near, state, facts);
  return {
    ...{ id: 'time', kind: 'choice', label: say('book:form.time'), isRequired: true },
    ...{ value, options, isLive: true },
  };
}
