/** A write of a host's program, and what the audit log says about it. */
export interface RoutedAct {
  readonly route: string;
  readonly body?: object;
  readonly tells: string;
  /** What the answer's id stands for in the routes behind. */
  readonly gives?: string;
}

const ME = '/api/v1/me';
const CALENDAR = `${ME}/calendars/:calendar`;
const WEEKLY = [{ weekdays: [1, 2, 3], start: '09:00', end: '12:00' }];
const span = { start: '2027-02-05T08:00:00Z', end: '2027-02-05T09:00:00Z' };

/** In an order in which each of them works. */
export const ROUTED_ACTS: readonly RoutedAct[] = [
  { route: `PATCH ${CALENDAR}`, body: { title: 'Hello' }, tells: 'calendar.changed' },
  { route: `PUT ${CALENDAR}/hours`, body: { weeklyHours: WEEKLY }, tells: 'calendar.changed' },
  { route: `PUT ${CALENDAR}/overrides/:date`, body: { intervals: [] }, tells: 'dates.set' },
  { route: `DELETE ${CALENDAR}/overrides/:date`, tells: 'dates.cleared' },
  {
    route: `POST ${CALENDAR}/alerts`,
    body: { channel: '#sales' },
    tells: 'alert.added',
    gives: 'alert',
  },
  { route: `DELETE ${CALENDAR}/alerts/:alert`, tells: 'alert.removed' },
  { route: `POST ${CALENDAR}/pause`, body: {}, tells: 'calendar.paused' },
  { route: `POST ${CALENDAR}/resume`, tells: 'calendar.resumed' },
  { route: `POST ${ME}/blocks`, body: span, tells: 'time.blocked', gives: 'block' },
  { route: `DELETE ${ME}/blocks/:block`, tells: 'time.unblocked' },
  {
    route: `POST ${ME}/api-keys`,
    body: { name: 'Other', scopes: ['read'] },
    tells: 'key.made',
    gives: 'key',
  },
  { route: `DELETE ${ME}/api-keys/:key`, tells: 'key.revoked' },
  {
    ...{ route: `POST ${ME}/calendars`, tells: 'calendar.created', gives: 'calendar' },
    body: {
      ...{ title: 'Second', timeZone: 'UTC', weeklyHours: WEEKLY },
      durationMinutes: 30,
      bufferAfterMinutes: 0,
    },
  },
  { route: `DELETE ${CALENDAR}`, tells: 'calendar.deleted' },
];

const HISTORY = 'a booking changes in one place only, whose entries are counted';
const HOLD = 'a time is held for minutes, and is no booking';
const API = '/api/v1/bookings/:uid';
const PAGE = '/b/:uid';

/** Routes without an act of their own here, each for a reason. */
export const UNAUDITED_ROUTES: Readonly<Record<string, string>> = {
  'POST /:host/:slug/bookings': HISTORY,
  'POST /api/v1/calendars/:host/:slug/bookings': HISTORY,
  ...Object.fromEntries(
    [
      'cancel',
      'reschedule',
      'confirm',
      'decline',
      'attendance',
      'proposal',
      'withdraw-move',
      'keep',
    ].map((verb) => [`POST ${API}/${verb}`, HISTORY]),
  ),
  ...Object.fromEntries(
    ['cancel', 'reschedule', 'proposal', 'withdraw-move', 'keep'].map((verb) => [
      `POST ${PAGE}/${verb}`,
      HISTORY,
    ]),
  ),
  'POST /:host/:slug/book': HOLD,
  'POST /:host/:slug/book/hold': HOLD,
  'POST /api/v1/calendars/:host/:slug/reservations': HOLD,
  'DELETE /api/v1/reservations/:uid': HOLD,
  'POST /b/find': 'mails what is there, and changes nothing',
  'POST /b/reminders-off': 'tested where reminders are refused',
};
