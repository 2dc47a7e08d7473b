import { say } from '../../language/say.js';
import { locationText, parseLocation } from '../locations/location.parser.js';
import { locationSchema } from '../locations/location.schema.js';
import type { Location } from '../locations/location.js';
import { checked, type Setting } from './setting.js';

/** What the host should know of a choice before people book. */
const NOTES: Readonly<Partial<Record<Location['kind'], () => string>>> = {
  'phone-host-calls': () => say('intake:location.willAskPhone'),
  'phone-attendee-calls': () => say('intake:location.numberAfter'),
  address: () => say('intake:location.addressAfter'),
  link: () => say('intake:location.linkAfter'),
  ask: () => say('intake:location.willAsk'),
};

export const locationSetting: Setting<Location> = {
  name: 'location',
  schema: locationSchema,
  parse: (text) => {
    const read = parseLocation(text);
    const note = read.ok ? NOTES[read.value.kind]?.() : undefined;
    return checked(locationSchema, read, { notes: note === undefined ? [] : [note] });
  },
  describe: locationText,
  from: ({ location }) => location,
  patch: (location) => ({ location }),
};
