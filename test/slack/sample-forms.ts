import type { Form, FormField } from '../../bots/core/forms/form.js';
import type { Choice } from '../../bots/core/message.js';
import { time } from '../../bots/core/message.js';

const timeZone = 'Europe/Berlin';

export const field = (id: string, more: Partial<FormField> = {}): FormField => ({
  ...{ id, kind: 'line', label: `The ${id}`, value: '', isRequired: true },
  ...more,
});

export const form = (fields: readonly FormField[], more: Partial<Form> = {}): Form => ({
  ...{ kind: 'setup', subject: 'c', title: 'Set up', lines: [], submit: 'Save', timeZone },
  fields,
  ...more,
});

export const choices = (count: number, more: Partial<Choice> = {}): Choice[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `option-${String(index)}`, label: `Option ${String(index)}` },
    ...more,
  }));

const parts = ['Morning', 'Afternoon', 'Evening'];
const times: readonly Choice[] = Array.from({ length: 120 }, (_, index) => ({
  id: String(1_801_562_400_000 + index * 900_000),
  label: `${String(8 + Math.floor(index / 10)).padStart(2, '0')}:${String(index % 10)}5`,
  group: parts[Math.floor(index / 40)] ?? '',
}));

export const arabic = 'اجتماع قصير مع الفريق في الصباح الباكر ';
export const family = '👨‍👩‍👧‍👦';
/** Everything that Slack reads as something else. */
export const tricky =
  '<!channel> <@U123> <http://evil.example|bank> &lt; & *bold* _it_ ~no~ `code` > quote :wave:';

/** A form with one field of each kind, as it is opened and as it is full. */
export const everyKind: readonly FormField[] = [
  field('title', { value: 'Intro call', most: 100, hint: 'What people book.' }),
  field('notes', { kind: 'lines', isRequired: false, example: 'What is it about?' }),
  field('email', { kind: 'email', value: 'grace@example.com', hint: 'For the confirmation.' }),
  field('amount', { kind: 'number', value: '2.5' }),
  field('kind', { kind: 'choice', options: choices(3), value: 'option-1' }),
  field('length', { kind: 'choice', options: choices(6), isLive: true, isRequired: false }),
  field('start', { kind: 'choice', options: times, value: times[41]?.id ?? '', isLive: true }),
  field('topics', { kind: 'choices', options: choices(4), value: 'option-0\noption-2' }),
  field('people', { kind: 'choices', options: choices(30), most: 3 }),
  field('day', { kind: 'date', value: '2027-02-01' }),
  field('alerts', { kind: 'channel', value: 'C0123ABCD', isRequired: false }),
  field('host', { kind: 'person', value: 'U0123ABCD' }),
];

/** The windows that the product can show, at their plainest and at their worst. */
export const sampleForms: Readonly<Record<string, Form>> = {
  'form-every-kind': form(everyKind, {
    lines: [['Next free: ', time(Date.parse('2027-02-01T09:00:00Z'), timeZone)]],
    isHeld: true,
  }),
  'form-empty': form(everyKind.map((one) => ({ ...one, value: '' }))),
  'form-without-choices': form([
    field('day', { kind: 'choice', options: [], isLive: true }),
    field('topics', { kind: 'choices' }),
  ]),
  'form-of-tricky-text': form(
    [
      field('title', { label: tricky, hint: tricky, example: tricky, value: tricky }),
      field('kind', { kind: 'choice', options: [{ id: tricky, label: tricky }], value: tricky }),
    ],
    { lines: [[tricky]], title: 'A & B', submit: '<Save>' },
  ),
  'form-of-wrong-values': form([
    field('email', { kind: 'email', value: 'not an address' }),
    field('amount', { kind: 'number', value: 'three' }),
    field('day', { kind: 'date', value: 'tomorrow' }),
    field('alerts', { kind: 'channel', value: '#sales' }),
    field('host', { kind: 'person', value: '@ada' }),
    field('kind', { kind: 'choice', options: choices(3), value: 'none of them' }),
  ]),
  'form-many-options': form([
    field('zone', { kind: 'choice', options: choices(430), value: 'option-429' }),
    field('time', { kind: 'choice', options: choices(250, { group: 'Morning' }) }),
    field('far', { kind: 'choice', options: choices(1_200) }),
  ]),
  'form-longest': form(
    [
      field('name', { label: 'n'.repeat(200), value: family.repeat(400), hint: 'h'.repeat(3_000) }),
      field('text', { kind: 'lines', value: arabic.repeat(110), example: 'e'.repeat(300) }),
      field('kind', {
        kind: 'choice',
        options: Array.from({ length: 50 }, (_, index) => {
          const label = `${String(index).padStart(3, '0')}${'x'.repeat(97)}`;
          return { id: label, label };
        }),
        value: `007${'x'.repeat(97)}`,
      }),
      field('marked', {
        kind: 'choices',
        options: [arabic.repeat(2).slice(0, 100), `a ${family.repeat(8)}`].map((label) => ({
          id: label,
          label,
        })),
        value: `a ${family.repeat(8)}`,
      }),
    ],
    { title: 'A title that is far too long', submit: 's'.repeat(40), subject: 's'.repeat(100) },
  ),
  'form-too-many-fields': form(
    Array.from({ length: 120 }, (_, index) => field(`field ${String(index)}`)),
  ),
};
