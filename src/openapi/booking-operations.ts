import { slotsQuerySchema } from '../availability/slots-query.schema.js';
import { appointmentsQuerySchema } from '../bookings/appointments/appointments-query.schema.js';
import type { Operation } from './operation.js';

const calendar = '/api/v1/calendars/{host}/{slug}';
const booking = '/api/v1/bookings/{uid}';

/** Why a question about a booking can no longer be answered. */
const ANSWERED = [
  ...(['not-found', 'booking-closed', 'booking-changed'] as const),
  'idempotency-conflict',
] as const;

/** What anybody with a link may do, and whoever holds the secret of a booking. */
export const bookingOperations: readonly Operation[] = [
  {
    ...{ id: 'showCalendar', area: 'booking', method: 'get', path: calendar, access: ['anyone'] },
    answer: { status: 200, schema: 'PublicCalendar' },
    problems: ['not-found', 'calendar-off'],
  },
  {
    ...{ id: 'listSlots', area: 'booking', method: 'get', access: ['anyone'] },
    path: `${calendar}/slots`,
    query: slotsQuerySchema,
    headers: ['If-None-Match'],
    answer: { status: 200, schema: 'FreeTimes', headers: ['ETag'] },
    problems: ['not-found', 'calendar-off', 'link-used', 'validation'],
  },
  {
    ...{ id: 'holdTime', area: 'booking', method: 'post', access: ['anyone'] },
    path: `${calendar}/reservations`,
    headers: ['Idempotency-Key'],
    body: { schema: 'Hold', example: { start: '2027-02-02T09:00:00Z' } },
    answer: { status: 201, schema: 'HeldTime', headers: ['Idempotent-Replayed'] },
    problems: [
      ...(['not-found', 'slot-taken', 'calendar-paused', 'calendar-off', 'validation'] as const),
      ...(['slot-not-offered', 'link-used', 'idempotency-conflict'] as const),
    ],
  },
  {
    ...{ id: 'releaseHold', area: 'booking', method: 'delete', access: ['anyone'] },
    path: '/api/v1/reservations/{uid}',
    answer: { status: 204 },
    problems: ['not-found'],
  },
  {
    ...{ id: 'book', area: 'booking', method: 'post', access: ['anyone'] },
    path: `${calendar}/bookings`,
    headers: ['Idempotency-Key'],
    body: {
      schema: 'BookingRequest',
      example: {
        start: '2027-02-02T09:00:00Z',
        attendee: { name: 'Sam Rivers', email: 'sam@example.com', timeZone: 'Europe/Berlin' },
        notes: 'About the launch',
      },
    },
    answer: { status: 201, schema: 'Booked', headers: ['Location', 'Idempotent-Replayed'] },
    problems: [
      ...(['not-found', 'slot-taken', 'calendar-paused', 'calendar-off', 'validation'] as const),
      ...(['slot-not-offered', 'already-booked', 'link-used', 'idempotency-conflict'] as const),
    ],
  },
  {
    ...{ id: 'showBooking', area: 'booking', method: 'get', path: booking },
    access: ['manage-token', 'read'],
    answer: { status: 200, schema: 'Booking' },
    problems: ['not-found'],
  },
  {
    ...{ id: 'cancelBooking', area: 'booking', method: 'post', path: `${booking}/cancel` },
    access: ['manage-token', 'write'],
    headers: ['Idempotency-Key'],
    body: { schema: 'Cancellation', isOptional: true, example: { reason: 'I am ill' } },
    answer: { status: 200, schema: 'Booking', headers: ['Idempotent-Replayed'] },
    problems: [
      ...(['not-found', 'booking-closed', 'booking-changed', 'validation'] as const),
      'idempotency-conflict',
    ],
  },
  {
    ...{ id: 'moveBooking', area: 'booking', method: 'post', path: `${booking}/reschedule` },
    access: ['manage-token', 'write'],
    headers: ['Idempotency-Key'],
    body: { schema: 'Move', example: { start: '2027-02-02T13:00:00Z', sequence: 0 } },
    answer: { status: 200, schema: 'Booking', headers: ['Idempotent-Replayed'] },
    problems: [
      ...(['not-found', 'booking-closed', 'booking-changed', 'slot-taken', 'validation'] as const),
      ...(['slot-not-offered', 'calendar-paused', 'calendar-off', 'idempotency-conflict'] as const),
    ],
  },
  {
    ...{ id: 'answerProposal', area: 'booking', method: 'post', path: `${booking}/proposal` },
    access: ['manage-token'],
    headers: ['Idempotency-Key'],
    body: { schema: 'ProposalAnswer', example: { start: '2027-02-02T13:00:00Z' } },
    answer: { status: 200, schema: 'Booking', headers: ['Idempotent-Replayed'] },
    problems: [...ANSWERED],
  },
  {
    ...{ id: 'withdrawMove', area: 'booking', method: 'post', path: `${booking}/withdraw-move` },
    access: ['manage-token'],
    headers: ['Idempotency-Key'],
    answer: { status: 200, schema: 'Booking', headers: ['Idempotent-Replayed'] },
    problems: [...ANSWERED],
  },
  {
    ...{ id: 'keepTime', area: 'booking', method: 'post', path: `${booking}/keep` },
    access: ['manage-token'],
    headers: ['Idempotency-Key'],
    answer: { status: 200, schema: 'Booking', headers: ['Idempotent-Replayed'] },
    problems: [...ANSWERED],
  },
  {
    ...{ id: 'confirmBooking', area: 'appointments', method: 'post' },
    path: `${booking}/confirm`,
    access: ['write'],
    headers: ['Idempotency-Key'],
    body: { schema: 'Confirmation', isOptional: true, example: { sequence: 0 } },
    answer: { status: 200, schema: 'Booking', headers: ['Idempotent-Replayed'] },
    problems: [...ANSWERED],
  },
  {
    ...{ id: 'declineBooking', area: 'appointments', method: 'post' },
    path: `${booking}/decline`,
    access: ['write'],
    headers: ['Idempotency-Key'],
    body: { schema: 'Declination', isOptional: true, example: { reason: 'I am away that week' } },
    answer: { status: 200, schema: 'Booking', headers: ['Idempotent-Replayed'] },
    problems: [...ANSWERED],
  },
  {
    ...{ id: 'markAttendance', area: 'appointments', method: 'post' },
    path: `${booking}/attendance`,
    access: ['write'],
    headers: ['Idempotency-Key'],
    body: { schema: 'Attendance', example: { status: 'showed' } },
    answer: { status: 200, schema: 'Booking', headers: ['Idempotent-Replayed'] },
    problems: [
      ...(['not-found', 'booking-closed', 'booking-changed', 'booking-not-begun'] as const),
      'idempotency-conflict',
    ],
  },
  {
    ...{ id: 'listBookings', area: 'appointments', method: 'get', path: '/api/v1/bookings' },
    access: ['read'],
    query: appointmentsQuerySchema,
    answer: { status: 200, schema: 'Appointments', headers: ['Link'] },
    problems: ['not-found'],
  },
];
