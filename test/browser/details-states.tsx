import type { VNode } from 'preact';
import {
  DetailsView,
  type DetailsPage,
} from '../../src/booking-page/views/details/details.view.js';
import type { Shell } from '../../src/booking-page/views/layout.view.js';
import { say } from '../../src/language/say.js';
import { aCalendarPlace, aForm, aMeeting, berlin, halfHour } from './page-samples.js';

export type StateView = (shell: Shell) => VNode;

export const alternatives = [
  halfHour('2026-12-08T09:30:00Z'),
  halfHour('2026-12-08T10:00:00Z'),
  halfHour('2026-12-09T08:00:00Z'),
];

export const word = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle';
export const longWords = aMeeting({
  ...{ hostName: word, title: word, description: word },
  location: { text: word, url: null },
});

const details =
  (over: Partial<DetailsPage> = {}): StateView =>
  (shell) =>
    DetailsView({
      shell,
      meeting: aMeeting(),
      place: aCalendarPlace(),
      chosen: halfHour('2026-12-08T09:00:00Z'),
      face: berlin,
      typed: { name: '', email: '', notes: '', guests: '' },
      asks: { place: [], questions: [], consent: [], guestLimit: 0 },
      idempotencyKey: 'b2c1f0a4',
      problems: [],
      ...over,
    });

const typed = {
  ...{ name: 'Grace Hopper', email: 'grace@', notes: 'Compilers & <b>bugs</b>', guests: '' },
};

/** A form whose time is held while it is filled in. */
export const detailsHeld = details({ hold: '7k2m9cabcdefghjkmnpq.Zm9vYmFyYmF6cXV4' });

/** The states of the form. */
export const detailsStates: Readonly<Record<string, StateView>> = {
  details: details(),
  'details-held': detailsHeld,
  'details-problems': details({
    typed,
    problems: [
      { field: 'email', message: say('page:emailMalformed') },
      { field: 'notes', message: say('page:notesTooLong', { count: 2000 }) },
    ],
  }),
  'details-taken': details({ typed, replacement: { reason: 'taken', alternatives } }),
  'details-long-words': details({ meeting: longWords }),
  'details-questions': details({ asks: aForm() }),
  'details-questions-problems': details({
    typed: { ...typed, email: 'grace@example.com', guests: 'kim@example.com, kim@' },
    asks: aForm({ company: ['Remington Rand'], interests: ['Compilers', 'Navy'], team: ['many'] }),
    problems: [
      { field: 'phone', message: say('intake:missing.phone'), label: 'Phone number' },
      { field: 'a2', message: say('intake:missing.select'), label: 'What is it about?' },
      { field: 'a3', message: say('intake:missing.multi-select'), label: 'What interests you?' },
      { field: 'a5', message: say('intake:answer.number'), label: 'How many are you?' },
      { field: 'guests', message: say('words:email.unreadable'), label: say('page:guests') },
      {
        ...{ field: 'consent', message: say('intake:missing.checkbox') },
        label: 'I agree that this call may be recorded.',
      },
    ],
  }),
  'details-not-offered': details({
    typed,
    replacement: { reason: 'not-offered', alternatives: [] },
  }),
};
