import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../database/base-properties.js';
import { calledName } from '../../hosts/called-name.js';

/** What can happen to a booking. Whatever happens, `startsAt` is its time afterwards. */
export const CHANGE_KINDS = [
  /** It stands at once. */
  'booked',
  /** It waits for its host: from the beginning, or anew because its attendee moved it. */
  'requested',
  'confirmed',
  'declined',
  /** The host did not answer in time. */
  'expired',
  'moved',
  'cancelled',
  /** The attendee asked for another time, which is held; the old one stands. */
  'move_requested',
  /** Declined by the host, or not answered in time; the old time stands. */
  'move_declined',
  /** Taken back by the attendee; the old time stands. */
  'move_withdrawn',
  /** The host asked the attendee to choose another time; until they do, the old one stands. */
  'move_wanted',
  /** The attendee says that the present time suits them, where the host moved it or asked to. */
  'move_kept',
  /** The host offered other times, which are held. */
  'proposed',
  /** None of them was taken; the old time stands. */
  'proposal_ended',
  'showed',
  'no_show',
  /** Somebody else is its host now, as `hostId` says; the time stands. */
  'handed_over',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

const BookingChangeSchema = defineEntity({
  name: 'BookingChange',
  tableName: 'booking_change',
  properties: {
    ...baseProperties,
    /** The booking's host after the change. */
    hostId: p.uuid(),
    hostName: p.string().formula((own) => `(select h.name from host h where h.id = ${own.hostId})`),
    bookingId: p.uuid(),
    /** The booking's sequence after the change. */
    sequence: p.integer(),
    kind: p.enum(CHANGE_KINDS),
    /** Who did it: `attendee`, `host`, or `system` when nobody answered in time. */
    actor: p.string(),
    /** The delegate who did it in the host's name; null when the host did it in person. */
    actedByIdentityId: p.uuid().nullable(),
    /** The delegate's present name. */
    actedByName: p
      .string()
      .nullable()
      .formula((own) => calledName(own.actedByIdentityId)),
    /** The time the booking has after the change. */
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    reason: p.string().nullable(),
    /** The starts that were asked for, offered or given up in this change: `…Z`. */
    askedStarts: p.json<readonly string[]>(),
  },
});

/** The history of a booking: one row per change, never edited. */
export class BookingChange extends BookingChangeSchema.class {}
BookingChangeSchema.setClass(BookingChange);
