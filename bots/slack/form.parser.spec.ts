import { describe, expect, it } from '@jest/globals';
import { field, form, sampleForms, choices, tricky } from '../../test/slack/sample-forms.js';
import { picked, sentView } from '../../test/slack/sent-view.js';
import type { Form } from '../core/forms/form.js';
import { fieldErrors, filledFormOf } from './form.parser.js';
import { FORM_CALLBACK } from './ids.parser.js';
import { formModal, wordsModal } from './view.renderer.js';

const valuesOf = ({ fields }: Form) =>
  Object.fromEntries(fields.map(({ id, value }) => [id, value]));

describe('a form in Slack', () => {
  it.each(['form-every-kind', 'form-empty', 'form-of-tricky-text'])(
    'comes back as it was shown: %s',
    (name) => {
      const shown = sampleForms[name] ?? form([]);
      expect(filledFormOf(sentView(formModal(shown)))).toEqual({
        ...{ kind: shown.kind, subject: shown.subject, timeZone: shown.timeZone },
        values: valuesOf(shown),
      });
    },
  );

  it('comes back with options whose names are longer than Slack’s values', () => {
    const shown = sampleForms['form-longest'] ?? form([]);
    const { values } = filledFormOf(sentView(formModal(shown))) ?? { values: {} };
    const { kind, marked } = valuesOf(shown);
    expect(values).toMatchObject({ kind, marked });
  });

  it('says what was typed, chosen and emptied', () => {
    const shown = form([
      field('title', { value: 'Intro call' }),
      field('notes', { kind: 'lines', value: 'Old' }),
      field('kind', { kind: 'choice', options: choices(6), value: 'option-1' }),
    ]);
    const modal = formModal(shown);
    const view = sentView(modal, {
      title: picked.text(tricky),
      notes: picked.text(null),
      kind: picked.option(modal, 'Option 4'),
    });
    expect(filledFormOf(view)?.values).toEqual({ title: tricky, notes: '', kind: 'option-4' });
  });

  it('is known by its callback, and words are not', () => {
    expect(formModal(form([])).callback_id).toMatch(FORM_CALLBACK);
    expect(wordsModal({ lines: [] }).callback_id).not.toMatch(FORM_CALLBACK);
  });

  it('believes only the blocks that are shown, whatever the state still holds of others', () => {
    const view = sentView(formModal(form([field('title', { value: 'New' })])));
    const values = { 'field:0:former': { field: { type: 'plain_text_input', value: 'x' } } };
    expect(filledFormOf({ ...view, state: { values } })?.values).toEqual({ title: 'New' });
  });

  it.each([
    ['no view', undefined],
    ['words', { type: 'modal', callback_id: 'words', blocks: [] }],
    ['metadata that are no JSON', { private_metadata: '{', blocks: [] }],
    ['metadata of another kind', { private_metadata: '[1]', blocks: [] }],
    ['metadata that are too long', { private_metadata: `"${'x'.repeat(3_000)}"`, blocks: [] }],
    ['a zone that does not exist', damaged({ timeZone: 'Mars/Olympus' })],
    ['a subject that is too long', damaged({ subject: 's'.repeat(201) })],
    ['a subject that is no text', damaged({ subject: { $ne: null } })],
    [
      'more blocks than a view has',
      { ...damaged({}), blocks: Array(101).fill({ type: 'divider' }) },
    ],
    [
      'a value longer than Slack takes',
      { ...damaged({}), state: { values: { b: { a: { value: 'x'.repeat(10_001) } } } } },
    ],
  ])('is nothing when it is %s', (_what, view) => {
    expect(filledFormOf(view)).toBeNull();
  });
});

function damaged(mark: object): object {
  const whole = { kind: 'setup', subject: 'c', timeZone: 'Europe/Berlin' };
  return { private_metadata: JSON.stringify({ ...whole, ...mark }), blocks: [] };
}

describe('what is wrong with a form', () => {
  const view = sentView(formModal(form([field('title'), field('monday')])));

  it('stands at its fields', () => {
    expect(fieldErrors(view, { title: 'Too long.', monday: 'No time.' })).toEqual({
      'field:0:title': 'Too long.',
      'field:0:monday': 'No time.',
    });
  });

  it('stands at no other field when its own has nothing to choose from', () => {
    const empty = form([field('title'), field('slot', { kind: 'choice', options: [] })]);
    const shown = sentView(formModal(empty));
    expect(fieldErrors(shown, { slot: 'Choose one.' })).toEqual({});
    expect(fieldErrors(shown, { title: 'Too long.', slot: 'Choose one.' })).toEqual({
      'field:0:title': 'Too long.',
    });
  });

  it('is empty for a view without fields', () => {
    expect(fieldErrors({ blocks: [] }, { title: 'Too long.' })).toEqual({});
  });
});

describe('a form that is shown anew', () => {
  const first = form([
    field('title', { value: 'Intro call' }),
    field('day', { kind: 'choice', options: choices(2), value: 'option-0', isLive: true }),
    field('time', { kind: 'choice', options: choices(6), value: 'option-3' }),
  ]);
  const blockIds = (modal: ReturnType<typeof formModal>) =>
    modal.blocks.map((block) => block.block_id);
  const shown = sentView(formModal(first), { title: picked.text('Typed') });

  it('leaves every field alone that holds what it held', () => {
    const again = form([{ ...field('title'), value: 'Typed' }, ...first.fields.slice(1)]);
    expect(blockIds(formModal(again, shown))).toEqual(blockIds(formModal(first)));
  });

  it('gives a field another block when its value or its choices are others', () => {
    const [title, day, time] = first.fields;
    if (!title || !day || !time) throw new Error('The form has three fields.');
    const again = form([
      { ...title, value: 'Typed' },
      { ...day, value: 'option-1' },
      { ...time, options: choices(7) },
    ]);
    const modal = formModal(again, shown);
    expect(blockIds(modal)).toEqual(['field:0:title', 'field:1:day', 'field:1:time']);
    const third = formModal(form([title, { ...day, value: 'option-0' }, time]), sentView(modal));
    expect(blockIds(third)).toEqual(['field:1:title', 'field:2:day', 'field:2:time']);
  });
});
