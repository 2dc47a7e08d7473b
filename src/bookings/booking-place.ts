import type { BookedLocation } from '../calendars/locations/location.js';
import {
  describeLocation,
  type LocationWords,
  mailedLocation,
  outlineLocation,
} from '../calendars/locations/location-words.js';
import { say } from '../language/say.js';
import type { BookingStatus } from './booking-status.js';

/** A booking, as far as it says where. */
export interface BookedPlace {
  readonly location: BookedLocation;
  readonly status: BookingStatus;
  readonly hostName: string;
}

/** The meeting takes place, or did. */
const STANDING: readonly BookingStatus[] = ['confirmed', 'showed', 'no_show'];

/** What the attendee said themselves is no secret from them. */
const OWN_WORDS: readonly BookedLocation['kind'][] = ['ask', 'phone-host-calls'];

/**
 * Whether the attendee and their guests know the place in full. The host's number, address or link is
 * told to those who are booked, not to whoever asks.
 */
export const isPlaceTold = ({ location, status }: Omit<BookedPlace, 'hostName'>): boolean =>
  STANDING.includes(status) || OWN_WORDS.includes(location.kind);

/** Where they meet, as the attendee may know it now; null when no place was set. */
export function attendeePlace(booking: BookedPlace): LocationWords | null {
  const { location, hostName } = booking;
  if (isPlaceTold(booking)) return describeLocation(location, hostName);
  const text = outlinedPlace(booking);
  return text === null ? null : { text, url: null };
}

/** The same for an address that was typed with it, see `mailedLocation`. */
export function mailedPlace(booking: BookedPlace): string | null {
  const { location, hostName } = booking;
  return isPlaceTold(booking) ? mailedLocation(location, hostName) : outlinedPlace(booking);
}

function outlinedPlace({ location, status, hostName: host }: BookedPlace): string | null {
  const place = outlineLocation(location, host);
  const comesLater = status === 'pending' && location.kind !== 'slack-huddle';
  return place !== null && comesLater ? say('intake:place.later', { place, host }) : place;
}
