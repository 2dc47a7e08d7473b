import { deletionQuerySchema } from '../bookings/delete-calendar.controller.js';
import { auditQuerySchema } from '../hosts/api-keys/audit.controller.js';
import type { Operation } from './operation.js';

const calendars = '/api/v1/me/calendars';
const calendar = `${calendars}/{calendar}`;
const weekly = [{ weekdays: [1, 2, 3], start: '09:00', end: '12:00' }];

/** What a host's own programs may do with their calendars. */
const calendarOperations: readonly Operation[] = [
  {
    ...{ id: 'listCalendars', area: 'calendars', method: 'get', path: calendars, access: ['read'] },
    answer: { status: 200, schema: 'Calendars' },
  },
  {
    ...{ id: 'createCalendar', area: 'calendars', method: 'post', path: calendars },
    access: ['write'],
    body: {
      schema: 'NewCalendar',
      example: {
        ...{ title: 'Intro call', durationMinutes: 30, bufferAfterMinutes: 10 },
        ...{ timeZone: 'Europe/Berlin', weeklyHours: weekly },
      },
    },
    answer: { status: 201, schema: 'Calendar', headers: ['Location', 'ETag'] },
    problems: ['validation'],
  },
  {
    ...{ id: 'showOwnCalendar', area: 'calendars', method: 'get', path: calendar },
    access: ['read'],
    answer: { status: 200, schema: 'Calendar', headers: ['ETag'] },
    problems: ['not-found'],
  },
  {
    ...{ id: 'changeCalendar', area: 'calendars', method: 'patch', path: calendar },
    access: ['write'],
    headers: ['If-Match'],
    body: { schema: 'CalendarPatch', example: { title: 'Intro call', durationMinutes: 45 } },
    answer: { status: 200, schema: 'ChangedCalendar', headers: ['ETag'] },
    problems: ['not-found', 'precondition-failed', 'validation'],
  },
  {
    ...{ id: 'deleteCalendar', area: 'calendars', method: 'delete', path: calendar },
    access: ['write'],
    query: deletionQuerySchema,
    answer: { status: 204 },
    problems: ['not-found', 'has-bookings', 'unavailable'],
  },
  {
    ...{ id: 'setHours', area: 'calendars', method: 'put', path: `${calendar}/hours` },
    access: ['write'],
    headers: ['If-Match'],
    body: { schema: 'Hours', example: { weeklyHours: weekly } },
    answer: { status: 200, schema: 'ChangedCalendar', headers: ['ETag'] },
    problems: ['not-found', 'precondition-failed', 'validation'],
  },
  {
    ...{ id: 'setOverride', area: 'calendars', method: 'put' },
    path: `${calendar}/overrides/{date}`,
    access: ['write'],
    headers: ['If-Match'],
    body: { schema: 'Override', example: { intervals: [{ start: '10:00', end: '12:00' }] } },
    answer: { status: 200, schema: 'ChangedCalendar', headers: ['ETag'] },
    problems: ['not-found', 'precondition-failed', 'validation'],
  },
  {
    ...{ id: 'removeOverride', area: 'calendars', method: 'delete' },
    path: `${calendar}/overrides/{date}`,
    access: ['write'],
    answer: { status: 200, schema: 'ChangedCalendar', headers: ['ETag'] },
    problems: ['not-found'],
  },
  {
    ...{ id: 'pauseCalendar', area: 'calendars', method: 'post', path: `${calendar}/pause` },
    access: ['write'],
    body: { schema: 'Pause', isOptional: true, example: { until: '2027-02-08T08:00:00Z' } },
    answer: { status: 200, schema: 'Calendar', headers: ['ETag'] },
    problems: ['not-found', 'validation'],
  },
  {
    ...{ id: 'resumeCalendar', area: 'calendars', method: 'post', path: `${calendar}/resume` },
    access: ['write'],
    answer: { status: 200, schema: 'Calendar', headers: ['ETag'] },
    problems: ['not-found'],
  },
  {
    ...{ id: 'listAlerts', area: 'calendars', method: 'get', path: `${calendar}/alerts` },
    access: ['read'],
    answer: { status: 200, schema: 'Alerts' },
    problems: ['not-found'],
  },
  {
    ...{ id: 'addAlert', area: 'calendars', method: 'post', path: `${calendar}/alerts` },
    access: ['write'],
    body: { schema: 'NewAlert', example: { channel: '#bookings' } },
    answer: { status: 201, schema: 'Alert' },
    problems: ['not-found', 'validation'],
  },
  {
    ...{ id: 'removeAlert', area: 'calendars', method: 'delete' },
    path: `${calendar}/alerts/{alert}`,
    access: ['write'],
    answer: { status: 204 },
    problems: ['not-found'],
  },
];

/** What belongs to the host as such: blocked time, keys, the log. */
const accountOperations: readonly Operation[] = [
  {
    ...{ id: 'listBlocks', area: 'account', method: 'get', path: '/api/v1/me/blocks' },
    access: ['read'],
    answer: { status: 200, schema: 'Blocks' },
  },
  {
    ...{ id: 'addBlock', area: 'account', method: 'post', path: '/api/v1/me/blocks' },
    access: ['write'],
    body: {
      schema: 'NewBlock',
      example: { start: '2027-02-02T08:00:00Z', end: '2027-02-02T10:00:00Z', reason: 'Dentist' },
    },
    answer: { status: 201, schema: 'MadeBlock' },
    problems: ['validation'],
  },
  {
    ...{ id: 'removeBlock', area: 'account', method: 'delete', path: '/api/v1/me/blocks/{block}' },
    access: ['write'],
    answer: { status: 204 },
    problems: ['not-found'],
  },
  {
    ...{ id: 'listApiKeys', area: 'account', method: 'get', path: '/api/v1/me/api-keys' },
    access: ['keys'],
    answer: { status: 200, schema: 'ApiKeys' },
  },
  {
    ...{ id: 'makeApiKey', area: 'account', method: 'post', path: '/api/v1/me/api-keys' },
    access: ['keys'],
    body: { schema: 'NewApiKey', example: { name: 'Reports', scopes: ['read'] } },
    answer: { status: 201, schema: 'MadeApiKey' },
    problems: ['validation'],
  },
  {
    ...{ id: 'revokeApiKey', area: 'account', method: 'delete' },
    path: '/api/v1/me/api-keys/{key}',
    access: ['keys'],
    answer: { status: 204 },
    problems: ['not-found'],
  },
  {
    ...{ id: 'readAudit', area: 'account', method: 'get', path: '/api/v1/me/audit' },
    access: ['read'],
    query: auditQuerySchema,
    answer: { status: 200, schema: 'AuditLog', headers: ['Link'] },
  },
];

/** Whatever is changed takes a key, so that it is changed once. */
function keyed(operation: Operation): Operation {
  if (operation.method === 'get') return operation;
  const { headers = [], answer, problems = [] } = operation;
  return {
    ...operation,
    headers: [...headers, 'Idempotency-Key'],
    answer: { ...answer, headers: [...(answer.headers ?? []), 'Idempotent-Replayed'] },
    problems: [...problems, 'idempotency-conflict'],
  };
}

export const hostOperations: readonly Operation[] = [
  ...calendarOperations,
  ...accountOperations,
].map(keyed);
