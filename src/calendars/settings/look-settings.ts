import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { plainWords, quoted } from '../words/plain-words.js';
import { describeOnOff, onOffSchema, readOnOff } from './on-off.js';
import { checked, type Setting } from './setting.js';

const malformed = { error: () => say('settings:colour.malformed') };

/** `#rrggbb` in lower case; empty for the product's own. */
export const colourSetting: Setting<string> = {
  name: 'colour',
  schema: z.string(malformed).regex(/^(?:#[0-9a-f]{6})?$/, malformed),
  parse: (text) => checked(colourSetting.schema, readColour(text)),
  describe: (colour) => (colour === '' ? say('settings:none') : colour),
  from: ({ colour }) => colour,
  patch: (colour) => ({ colour }),
};

/** Whether the page shows the calendar's zone to everybody. */
export const lockZoneSetting: Setting<boolean> = {
  name: 'lock-zone',
  schema: onOffSchema,
  parse: (text) => checked(onOffSchema, readOnOff(text)),
  describe: describeOnOff,
  from: ({ zoneLocked }) => zoneLocked,
  patch: (zoneLocked) => ({ zoneLocked }),
};

/**
 * The zone that everybody is shown; undefined where each reader has their own. Whoever comes to an
 * address lives by its clocks.
 */
export function lockedZone({
  zoneLocked,
  location,
  timeZone,
}: {
  readonly zoneLocked: boolean;
  readonly location: { readonly kind: string };
  readonly timeZone: string;
}): string | undefined {
  return zoneLocked || location.kind === 'address' ? timeZone : undefined;
}

function readColour(text: string): Outcome<string, SentenceProblem> {
  const words = plainWords(text);
  if (/^(?:none|no|off|default|own)$/.test(words)) return done('');
  const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(words) ?? [];
  if (digits === '') return refusedWith(say('settings:colour.unreadable', { text: quoted(text) }));
  return done(`#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`);
}
