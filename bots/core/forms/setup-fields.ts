import { say } from '../../../src/language/say.js';
import { ASKED, type AskedField, UNASKED } from '../dialogues/setup.dialogue.js';
import { setupFlags } from '../grammar/setting-arguments.js';
import { keyNamed } from './named-key.js';
import type { FormField, FormValues } from './form.js';

/** Without these there is no link; a break of nothing is one, and a place need not be set. */
const NEEDED: ReadonlySet<string> = new Set(['title', 'duration', 'hours', 'timezone']);
/** They decide which times are free. */
const LIVE: ReadonlySet<string> = new Set(['duration', 'hours', 'buffer-after', 'timezone']);

/** What is asked, and what was said already beside that. */
export const setupFields = (values: FormValues): readonly FormField[] => [
  ...ASKED.filter((name) => name !== 'buffer-after' || values['buffer'] === undefined).map((name) =>
    askedField(name, values[name] ?? ''),
  ),
  ...UNASKED.flatMap((name) => {
    const value = values[name];
    const label = say(`calendar:names.${name}`);
    return value === undefined
      ? []
      : [{ id: name, kind: 'line' as const, label, value, isRequired: false }];
  }),
];

function askedField(name: AskedField, value: string): FormField {
  const flag = setupFlags.find((one) => one.name === name);
  const example = flag?.example.replace(/^"(.*)"$/, '$1') ?? '';
  const base = { id: name, value, isRequired: NEEDED.has(name) };
  if (name === 'alerts') {
    // Of several, none can be chosen: they stay as they were written.
    const kind = /[\s,]/.test(value.trim()) ? 'line' : 'channel';
    const [label, hint] = [say('forms:setup.alerts'), say('forms:setup.alertsHint')];
    return { ...base, kind, value: keyNamed(value), label, hint };
  }
  const label = say(`calendar:names.${name}`);
  const hint = name === 'timezone' ? say('forms:setup.zone') : (flag?.summary ?? '');
  const live = LIVE.has(name) ? { isLive: true } : {};
  return { ...base, kind: 'line', label, hint, example, ...live };
}
