import { written } from '../../../src/calendars/settings/changed-settings.js';
import { say } from '../../../src/language/say.js';
import { hashToken } from '../../../src/shared/random.js';
import type { FilledForm, FormField } from './form.js';

const MEANT = 'meant';
/** So much of a hash tells two fillings of one form apart. */
const LENGTH = 16;

/** Asks whether what is unusual in a form is meant. A yes is to this filling of it and to no other. */
export const meantField = (filled: FilledForm): FormField => ({
  ...{ id: MEANT, kind: 'choice', isRequired: false, value: '' },
  label: say('forms:meant.label'),
  options: [{ id: markOf(filled), label: say('forms:meant.yes') }],
});

export const isMeant = (filled: FilledForm): boolean => filled.values[MEANT] === markOf(filled);

function markOf({ kind, subject, values }: FilledForm): string {
  const said = Object.entries(values).filter(([id, text]) => id !== MEANT && text.trim() !== '');
  const filling = written({ kind, subject, values: Object.fromEntries(said) });
  return hashToken(filling).toString('base64url').slice(0, LENGTH);
}
