import { CHANGE_KINDS } from '../../bookings/history/booking-change.entity.js';

/** Who came is noted for the host alone; nobody waits to hear of it. */
const UNTOLD = ['showed', 'no_show'] as const;

type ToldKind = Exclude<(typeof CHANGE_KINDS)[number], (typeof UNTOLD)[number]>;

const isTold = (kind: string): kind is ToldKind => !UNTOLD.some((one) => one === kind);

/** What can be told about a booking: the changes of its history that somebody waits to hear of. */
export const MESSAGE_KINDS: readonly ToldKind[] = CHANGE_KINDS.filter(isTold);

/** What is told without a change: a meeting is near. */
export const REMINDER = 'reminder';

export type MessageKind = ToldKind | typeof REMINDER;

/** Who is told: whoever booked, whoever is booked, whoever was brought along. */
export type Reader = 'attendee' | 'host' | 'guest';

/** Guests hear of what stands, not of what is still being asked. */
const FOR_GUESTS: readonly MessageKind[] = [
  ...(['booked', 'confirmed', 'moved', 'cancelled', 'handed_over'] as const),
];

/** The change of this kind as something to tell this reader; null when there is nothing to tell. */
export function messageKind(change: string, reader: Reader): MessageKind | null {
  const kinds = reader === 'guest' ? FOR_GUESTS : MESSAGE_KINDS;
  return kinds.find((kind) => kind === change) ?? null;
}
