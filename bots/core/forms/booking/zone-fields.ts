import { say } from '../../../../src/language/say.js';
import { LIKELY_ZONES } from '../../dialogues/booking/booking-choices.js';
import type { Choice } from '../../message.js';
import type { FormField } from '../form.js';
import type { TimePage } from './time-page.js';
import { OTHER_ZONE } from './time-values.js';

/** In which zone the times are shown: one's own, the host's, a likely one, or any that is named. */
export function zoneFields({ state, facts, ownZone, otherZone }: TimePage): FormField[] {
  const hostZone = facts.calendars.find(({ id }) => id === state.calendarId)?.timeZone ?? null;
  const zones = [ownZone, hostZone, state.timeZone, ...LIKELY_ZONES].filter(
    (zone) => zone !== null,
  );
  const label = (zone: string): string => {
    if (zone === ownZone) return say('book:form.yourZone', { zone });
    if (zone === hostZone) return say('book:form.hostZone', { zone, host: facts.hostName });
    return zone;
  };
  const options: Choice[] = [
    ...[...new Set(zones)].map((zone) => ({ id: zone, label: label(zone) })),
    { id: OTHER_ZONE, label: say('book:form.otherZone') },
  ];
  const isOther = otherZone !== null;
  return [
    {
      ...{ id: 'zone', kind: 'choice', label: say('book:form.zone'), isRequired: true, options },
      ...{ value: isOther ? OTHER_ZONE : (state.timeZone ?? ''), isLive: true },
    },
    ...(isOther ? [otherField(otherZone)] : []),
  ];
}

const otherField = (value: string): FormField => ({
  ...{ id: 'otherZone', kind: 'line', label: say('book:form.whichZone'), value },
  ...{ isRequired: true, isLive: true, most: 64 },
  ...{ hint: say('book:form.zoneHint'), example: say('book:form.zoneExample') },
});
