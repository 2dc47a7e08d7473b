/**
 * Every state of a booking, and the only ways between them. A hold that nobody came back for is
 * deleted and was never a booking.
 */
const NEXT = {
  held: ['pending', 'confirmed'],
  pending: ['confirmed', 'declined', 'expired', 'cancelled'],
  confirmed: ['showed', 'no_show', 'cancelled'],
  // A host who marked the wrong one may mark the other.
  showed: ['no_show'],
  no_show: ['showed'],
  declined: [],
  expired: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type BookingStatus = keyof typeof NEXT;

export const BOOKING_STATUSES = [
  'held',
  'pending',
  'confirmed',
  'showed',
  'no_show',
  'declined',
  'expired',
  'cancelled',
] as const satisfies readonly BookingStatus[];

/** The states from which a booking may become `next`. */
export function statusesBefore(next: BookingStatus): readonly BookingStatus[] {
  return BOOKING_STATUSES.filter((status) => canBecome(status, next));
}

function canBecome(status: BookingStatus, next: BookingStatus): boolean {
  const allowed: readonly BookingStatus[] = NEXT[status];
  return allowed.includes(next);
}

/** What a host may mark once a meeting has begun. */
export const ATTENDANCES = ['showed', 'no_show'] as const satisfies readonly BookingStatus[];
export type Attendance = (typeof ATTENDANCES)[number];

/** What an attendee or a host may still move or cancel. */
export const CHANGEABLE_STATUSES = statusesBefore('cancelled');
