import { written } from '../../../src/calendars/settings/changed-settings.js';
import { say } from '../../../src/language/say.js';
import { hashToken } from '../../../src/shared/random.js';
import type { FilledForm, Form, FormField } from './form.js';

const MEANT = 'meant';
/** So much of a hash tells two fillings of one form apart. */
const LENGTH = 16;

/** Asks whether what is unusual in a form is meant. A yes is to what stands in it and to nothing else. */
export const meantField = (form: Form): FormField => ({
  ...{ id: MEANT, kind: 'choice', isRequired: false, value: '' },
  label: say('forms:meant.label'),
  options: [{ id: markOf(form), label: say('forms:meant.yes') }],
});

/** `form` is the one that was filled in, with what stands in it now. */
export const isMeant = (form: Form, { values }: Pick<FilledForm, 'values'>): boolean =>
  values[MEANT] === markOf(form);

function markOf({ kind, subject, fields }: Form): string {
  const said = fields
    .map(({ id, value }) => [id, value.trim()] as const)
    .filter(([, value]) => value !== '');
  const filling = written({ kind, subject, values: Object.fromEntries(said) });
  return hashToken(filling).toString('base64url').slice(0, LENGTH);
}
