import { say } from '../../language/say.js';
import { shownPhoneNumber } from '../../shared/text/phone-number.js';
import { siteOf } from '../../shared/text/web-address.js';
import type { BookedLocation, Location } from './location.js';

/** A place in words, for those who meet there. */
export interface LocationWords {
  readonly text: string;
  /** Where a press leads; https. */
  readonly url: string | null;
}

/**
 * What host and attendee of a booking may know of its place: on its page, in mail, in an
 * invitation. Null when no place was set.
 */
export function describeLocation(location: BookedLocation, hostName: string): LocationWords | null {
  const text = partyWords(location, hostName);
  if (text === null) return null;
  return { text, url: location.kind === 'link' ? location.url : null };
}

/** The same in one line of plain text, as mail and calendar entries have it: a link is written out. */
export function locationLine(location: BookedLocation, hostName: string): string | null {
  const words = describeLocation(location, hostName);
  return words && (words.url ?? words.text);
}

/**
 * What is sent to an address that was typed with it. What else was typed is left out: whoever typed it
 * need not own that address.
 */
export function mailedLocation(location: BookedLocation, hostName: string): string | null {
  const isTyped = location.kind === 'ask';
  return isTyped ? outlineLocation(location, hostName) : locationLine(location, hostName);
}

/** What anybody may know before booking; nothing that only those who booked are told. */
export function announceLocation(location: Location, hostName: string): string | null {
  return location.kind === 'ask' ? say('intake:place.youSay') : outlineLocation(location, hostName);
}

/** What everybody in a channel may read of a booking's place. */
export function outlineLocation(
  location: Exclude<Location, { readonly kind: 'ask' }> | BookedLocation,
  hostName: string,
): string | null {
  switch (location.kind) {
    case 'none':
      return null;
    case 'phone-host-calls':
      return say('intake:place.callFrom', { host: hostName });
    case 'phone-attendee-calls':
      return say('intake:place.callTo', { host: hostName });
    case 'address':
      return location.label;
    case 'link':
      return say('intake:place.online');
    case 'slack-huddle':
      return say('intake:place.huddle');
    case 'discord-voice':
      return say('intake:place.voice');
    case 'ask':
      return say(location.place === null ? 'intake:place.open' : 'intake:place.guestSays');
  }
}

function partyWords(location: BookedLocation, hostName: string): string | null {
  switch (location.kind) {
    case 'phone-host-calls':
      return location.number === null
        ? outlineLocation(location, hostName)
        : called(location.number, hostName);
    case 'phone-attendee-calls':
      return say('intake:place.callNumber', {
        host: hostName,
        number: shownPhoneNumber(location.number),
      });
    case 'address':
      return addressed(location);
    case 'link':
      return siteOf(location.url);
    case 'discord-voice':
      return say('intake:place.voiceChannel', { channel: location.channel });
    case 'ask':
      return location.place ?? outlineLocation(location, hostName);
    case 'none':
    case 'slack-huddle':
      return outlineLocation(location, hostName);
  }
}

function addressed({ label, address }: Extract<Location, { readonly kind: 'address' }>): string {
  return label === address ? address : say('intake:place.address', { label, address });
}

const called = (number: string, host: string): string =>
  say('intake:place.callOn', { host, number: shownPhoneNumber(number) });
