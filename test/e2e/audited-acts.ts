import type { ButtonVerb } from '../../bots/core/message.js';

/** The host of the calendar, and their account in another workspace; an admin, the attendee, somebody new. */
export type Who = 'host' | 'twin' | 'admin' | 'guest' | 'newcomer' | 'other';

/** Something that a command does, and what the audit log says about it. */
export interface Act {
  /** `schedule set title`. */
  readonly command: string;
  /**
   * One after the other. `{code}` is the booking made for it, `{mine}` the one that the guest made;
   * `{shown}` is the code that an account was shown.
   */
  readonly says: readonly string[];
  /** The host, unless somebody else is named. */
  readonly by?: Who;
  /** The start of a booking that is made before. */
  readonly booking?: string;
  /** Pressed in the end, on what somebody was told or answered. */
  readonly press?: { readonly verb: ButtonVerb; readonly by: Who };
  /** The entries about it. None: it only reads, and nothing may be changed by it. */
  readonly tells: readonly string[];
}

const act = (command: string, says: string | readonly string[], ...tells: readonly string[]) => ({
  ...{ command, tells },
  says: typeof says === 'string' ? [says] : says,
});

const setting = (name: string, value: string): Act =>
  act(`schedule ${name}`, `/schedule ${name} ${value}`, 'calendar.changed');

const reading = (command: string, rest = ''): Act => act(command, `/${command} ${rest}`);

const settings: readonly Act[] = [
  setting('set title', 'A talk'),
  setting('set duration', '45'),
  setting('set step', '30'),
  setting('set buffer', 'before 5 after 5'),
  setting('set notice', '2h'),
  setting('set window', '90 days'),
  setting('set travel', 'Asia/Tokyo 3-9 may 2027'),
  setting('set limit', '6 a day'),
  setting('set one-at-a-time', 'on'),
  setting('set one-at-a-time', 'off'),
  setting('set cutoff', 'cancel 1h'),
  setting('set location', 'ask'),
  setting('set location', 'none'),
  setting('set questions', 'add "Company" text'),
  setting('set questions', 'remove 1'),
  setting('set guests', '3'),
  setting('set guests', '0'),
  setting('set reminders', '12h'),
  setting('set consent', '"I agree"'),
  setting('set consent', 'off'),
  setting('set terms', 'https://example.com/terms'),
  setting('set terms', 'off'),
  setting('set after-booking', 'https://example.com/thanks'),
  setting('set timezone', 'Europe/Vienna'),
  setting('look colour', '#1d4ed8'),
  setting('look description', '"Half an hour"'),
  setting('look lock-zone', 'on'),
  setting('look embed-sites', 'example.com'),
  setting('hours set', 'mon-fri 09:00-18:00'),
  setting('hours clear', ''),
  setting('hours set', 'mon-fri 09:00-18:00'),
  {
    ...act('schedule set title', '/schedule set title Another', 'calendar.changed'),
    press: { verb: 'undo', by: 'host' },
  },
];

const days: readonly Act[] = [
  act('schedule off add', '/schedule off add 3 may 2027', 'dates.set'),
  act('schedule off remove', '/schedule off remove 3 may 2027', 'dates.cleared'),
  act('schedule off open', '/schedule off open 2027-05-08 10-14 --yes', 'dates.set'),
  act('schedule off add', '/schedule off add 4 may 2027 9-12', 'time.blocked'),
  act('schedule off remove', '/schedule off remove 4 may 2027 9-12', 'time.unblocked'),
  {
    ...act('schedule off add', '/schedule off add 5 may 2027', 'dates.set', 'time.restored'),
    press: { verb: 'undo', by: 'host' },
  },
  act('schedule pause', '/schedule pause', 'calendar.paused'),
  act('schedule resume', '/schedule resume', 'calendar.resumed'),
  act('schedule alerts add', '/schedule alerts add #sales', 'alert.added'),
  act('schedule alerts remove', '/schedule alerts remove #sales', 'alert.removed'),
  act('schedule link', '/schedule link one-time', 'link.made'),
];

const MINE = '/book @{host} 2027-02-10 10:00';
const bookings: readonly Act[] = [
  act(
    'schedule bookings add',
    '/schedule bookings add bob@example.com 2027-02-08 10:00',
    'booking.booked',
  ),
  {
    ...act(
      'schedule bookings move',
      '/schedule bookings move {code} 2027-02-02 12:00',
      'booking.moved',
    ),
    booking: '2027-02-02T09:00:00Z',
  },
  {
    ...act(
      'schedule bookings propose',
      '/schedule bookings propose {code} 2027-02-03 12:00',
      'booking.proposed',
    ),
    booking: '2027-02-03T09:00:00Z',
  },
  {
    ...act(
      'schedule bookings cancel',
      '/schedule bookings cancel {code} --yes',
      'booking.cancelled',
    ),
    booking: '2027-02-04T09:00:00Z',
  },
  setting('set approval', 'on'),
  {
    ...act(
      'schedule bookings confirm',
      '/schedule bookings confirm {code}',
      'booking.requested',
      'booking.confirmed',
    ),
    booking: '2027-02-05T09:00:00Z',
  },
  {
    ...act('schedule bookings decline', '/schedule bookings decline {code}', 'booking.declined'),
    booking: '2027-02-05T12:00:00Z',
  },
  setting('set approval', 'off'),
  { ...act('book with', [MINE, '-', '-', 'yes'], 'booking.booked'), by: 'guest' },
  {
    ...act('book move', ['/book move {mine} --when "2027-02-11 12:00"', 'yes'], 'booking.moved'),
    by: 'guest',
  },
  { ...act('book cancel', '/book cancel {mine} --yes', 'booking.cancelled'), by: 'guest' },
];

const people: readonly Act[] = [
  act('schedule account name', '/schedule account name Ada Lovelace', 'name.changed'),
  act('schedule account email', '/schedule account email ada@example.com', 'email.changed'),
  act('schedule account email', '/schedule account email off', 'email.changed'),
  act('schedule account listed', '/schedule account listed no', 'listing.changed'),
  act('schedule account api-key', '/schedule account api-key Robot', 'key.made'),
  act('schedule account revoke', '/schedule account revoke Robot --yes', 'key.revoked'),
  act('schedule account link', '/schedule account link', 'account.code-shown'),
  {
    ...act('schedule account link', '/schedule account link {shown}', 'account.linked'),
    by: 'twin',
  },
  {
    ...act('schedule account unlink', '/schedule account unlink --yes', 'account.unlinked'),
    by: 'twin',
  },
  act('schedule account export', '/schedule account export', 'account.exported'),
  act('schedule calendar delegate', '/schedule calendar delegate add @{other}', 'delegate.added'),
  act(
    'schedule calendar delegate',
    '/schedule calendar delegate remove @{other}',
    'delegate.removed',
  ),
  act(
    'schedule bookings block-person',
    '/schedule bookings block-person spam@example.com',
    'person.blocked',
  ),
  act(
    'schedule bookings unblock-person',
    '/schedule bookings unblock-person spam@example.com',
    'person.unblocked',
  ),
  act(
    'schedule bookings block-person',
    '/schedule bookings block-person @{other}',
    'person.blocked',
  ),
  { ...act('book timezone', '/book timezone Asia/Tokyo', 'person.zone-set'), by: 'guest' },
  { ...act('book export', '/book export', 'person.exported'), by: 'guest' },
  {
    ...act('book forget', ['/book forget', 'yes'], 'booking.forgotten', 'person.forgotten'),
    by: 'guest',
  },
  {
    ...act('scheduleAdmin hosts add', '/schedule-admin hosts add @{other}', 'hosting.ruled'),
    by: 'admin',
  },
  {
    ...act(
      'scheduleAdmin hosts remove',
      '/schedule-admin hosts remove @{host}',
      'hosting.ruled',
      'calendar.paused',
    ),
    by: 'admin',
  },
  {
    ...act('scheduleAdmin hosts add', '/schedule-admin hosts add @everyone', 'hosting.ruled'),
    by: 'admin',
  },
  {
    ...act('scheduleAdmin hosts add', '/schedule-admin hosts add @{host}', 'hosting.ruled'),
    by: 'admin',
  },
];

const calendars: readonly Act[] = [
  { ...act('schedule setup', '{setup}', 'calendar.created'), by: 'newcomer' },
  act(
    'schedule calendar new',
    '/schedule calendar new --title "Other" --hours "mon 9-12" --timezone UTC --duration 30 --buffer-after 0 --alerts none --yes',
    'calendar.created',
  ),
  act(
    'schedule calendar delete',
    '/schedule calendar delete 2 --bookings keep --yes',
    'calendar.closed',
    'calendar.deleted',
  ),
  {
    ...act(
      'schedule calendar host',
      '/schedule calendar host @{other} --bookings keep',
      'handover.asked',
      'handover.declined',
    ),
    press: { verb: 'decline-host', by: 'other' },
  },
  {
    ...act(
      'schedule calendar host',
      '/schedule calendar host @{other} --bookings give',
      'handover.asked',
      'handover.accepted',
      'alert.removed',
      'calendar.received',
    ),
    press: { verb: 'accept-host', by: 'other' },
  },
];

/** What only looks. Of a person it may remember where a conversation stands, and the calendar in use. */
const looks: readonly Act[] = [
  { ...reading('book people'), by: 'guest' },
  { ...reading('book list'), by: 'guest' },
  reading('schedule settings'),
  reading('schedule show'),
  reading('schedule link'),
  reading('schedule agenda'),
  reading('schedule why', 'tomorrow 15:00'),
  reading('schedule hours list'),
  reading('schedule off list'),
  reading('schedule alerts list'),
  reading('schedule alerts test'),
  reading('schedule bookings list'),
  reading('schedule bookings show', '{code}'),
  reading('schedule bookings receipts', '{code}'),
  reading('schedule bookings blocked'),
  reading('schedule calendar use', '1'),
  reading('schedule calendar list'),
  reading('schedule calendar delegate', 'list'),
  reading('schedule account keys'),
  { ...act('scheduleAdmin status', '/schedule-admin status'), by: 'admin' },
  { ...act('scheduleAdmin hosts list', '/schedule-admin hosts list'), by: 'admin' },
];

/** Every command at least once, in an order in which each of them works. */
export const ACTS: readonly Act[] = [
  ...[...settings, ...days, ...bookings],
  {
    ...act(
      'schedule bookings attendance',
      '/schedule bookings attendance {code} yes',
      'booking.showed',
    ),
    booking: '2027-02-01T11:00:00Z',
  },
  ...[...people.slice(0, -4), ...looks, ...people.slice(-4)],
  ...calendars,
];
