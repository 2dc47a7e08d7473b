/** Where the meetings of a calendar take place, as the host set it. */
export type Location =
  | { readonly kind: 'none' }
  /** The host calls; the number is asked for. */
  | { readonly kind: 'phone-host-calls' }
  /** The attendee calls the host's number (E.164), told only after booking. */
  | { readonly kind: 'phone-attendee-calls'; readonly number: string }
  /** Anybody may know the label; the address is told after booking. */
  | { readonly kind: 'address'; readonly label: string; readonly address: string }
  /** Told only after booking; https. */
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'slack-huddle' }
  | { readonly kind: 'discord-voice'; readonly channel: string }
  /** The attendee is asked where to meet. */
  | { readonly kind: 'ask' };

/** Kinds of place about which the attendee knows the one thing that matters. */
type AskedKind = 'phone-host-calls' | 'ask';

/** Where one meeting takes place: copied when it was booked, with what the attendee said. */
export type BookedLocation =
  | Exclude<Location, { readonly kind: AskedKind }>
  /** E.164; null when the host booked for somebody and did not know it. */
  | { readonly kind: 'phone-host-calls'; readonly number: string | null }
  | { readonly kind: 'ask'; readonly place: string | null };

/** Whether people call the host's own number, which belongs to nobody who hosts after them. */
export const isOwnNumber = ({ kind }: Location | BookedLocation): boolean =>
  kind === 'phone-attendee-calls';

/** Whether it is a place of the host's choice, which may not be one of whoever hosts after them. */
export const isSetPlace = ({ kind }: Location): boolean =>
  kind === 'address' || kind === 'link' || kind === 'discord-voice';

export const NOWHERE = { kind: 'none' } as const satisfies Location;

/** What the attendee says about the place, by the ids of the questions that ask for it. */
export interface SaidPlace {
  readonly phone: string | null;
  readonly location: string | null;
}

/** The place of a meeting that is booked now. */
export function bookedLocation(location: Location, said: SaidPlace): BookedLocation {
  if (location.kind === 'phone-host-calls') return { ...location, number: said.phone };
  if (location.kind === 'ask') return { ...location, place: said.location };
  return location;
}
