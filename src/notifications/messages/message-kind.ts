/** What can be told about a booking: the changes of its history that somebody waits to hear of. */
export const MESSAGE_KINDS = [
  'booked',
  'requested',
  'confirmed',
  'declined',
  'expired',
  'moved',
  'cancelled',
  'move_requested',
  'move_declined',
  'move_withdrawn',
  'move_wanted',
  'move_kept',
  'proposed',
  'proposal_ended',
  'handed_over',
] as const;

/** What is told without a change: a meeting is near. */
export const REMINDER = 'reminder';

export type MessageKind = (typeof MESSAGE_KINDS)[number] | typeof REMINDER;

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
