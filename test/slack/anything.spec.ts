import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FieldKind, Form } from '../../bots/core/forms/form.js';
import { BUTTON_VERBS, type Message, type TextPart } from '../../bots/core/message.js';
import { filledFormOf } from '../../bots/slack/form.parser.js';
import { slackMessage } from '../../bots/slack/message.renderer.js';
import { pressOf } from '../../bots/slack/press.parser.js';
import { typedText } from '../../bots/slack/command-text.parser.js';
import { escapeText } from '../../bots/slack/slack-text.js';
import { formModal, homeView, wordsModal } from '../../bots/slack/view.renderer.js';
import { arabic, family, tricky } from './sample-forms.js';
import { sentView } from './sent-view.js';
import { slackProblems } from './slack-problems.js';
import { textsOf } from './slack-tree.js';

const kinds: readonly FieldKind[] = [
  ...([
    'line',
    'lines',
    'email',
    'number',
    'choice',
    'choices',
    'date',
    'channel',
    'person',
  ] as const),
];
const at = 1_801_472_400_000;

/** Short and long, of letters and of what is none, half characters among them. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('', ' ', '\n', '\uD83D', '\u200B', tricky, arabic, family.repeat(20)),
  fc.nat(4_000).map((length) => 'x'.repeat(length)),
  fc.nat(600).map((count) => family.repeat(count)),
);
const part: fc.Arbitrary<TextPart> = fc.oneof(
  text,
  fc.boolean().map((isFormer) => ({ kind: 'time', at, timeZone: 'Asia/Tokyo', isFormer }) as const),
  fc
    .record({ platform: fc.constantFrom('slack', 'discord'), key: text, name: text })
    .map((someone) => ({ kind: 'person', workspace: 'T1', ...someone }) as const),
  fc.oneof(fc.webUrl(), text).map((url) => ({ kind: 'link', url }) as const),
);
const lines = fc.array(fc.array(part, { maxLength: 4 }), { maxLength: 60 });
const id = fc.oneof(fc.string({ minLength: 1, maxLength: 70 }), fc.uuid());
const options = fc.uniqueArray(
  fc.record(
    { id, label: text, group: fc.constantFrom('Morning', 'Evening') },
    { requiredKeys: ['id', 'label'] },
  ),
  { selector: (option) => option.id, maxLength: 260 },
);
const message: fc.Arbitrary<Message> = fc.record(
  {
    title: text,
    lines,
    buttons: fc.array(
      fc.record({ verb: fc.constantFrom(...BUTTON_VERBS), subject: id, label: text }),
      { maxLength: 60 },
    ),
    choices: fc.record({ dialogue: id, step: id, options }),
    code: text,
    file: fc.record({ name: text, text }),
  },
  { requiredKeys: ['lines'] },
);
const field = fc.record(
  {
    id,
    kind: fc.constantFrom(...kinds),
    label: text,
    value: fc.oneof(text, fc.constantFrom('2027-02-01', '3', 'a@example.com', 'C012AB', 'U012AB')),
    isRequired: fc.boolean(),
    hint: text,
    example: text,
    options,
    most: fc.integer({ min: 1, max: 5_000 }),
    isLive: fc.boolean(),
  },
  { requiredKeys: ['id', 'kind', 'label', 'value', 'isRequired'] },
);
const form: fc.Arbitrary<Form> = fc.record({
  ...{ kind: fc.constantFrom('setup', 'hours'), subject: id, title: text, lines, submit: text },
  fields: fc.uniqueArray(field, { selector: (one) => one.id, maxLength: 30 }),
  timeZone: fc.constant('Europe/Berlin'),
});

describe('whatever is said', () => {
  it('is taken by Slack where every part of it is at its longest', () => {
    const long = 'x'.repeat(12_000);
    const said: Message = {
      ...{ title: long, lines: [[long], [long], [long]], code: long },
      file: { name: long, text: long },
    };
    expect(slackProblems(slackMessage(said))).toEqual([]);
    expect(slackProblems(slackMessage({ ...said, lines: [[long.slice(0, 1_900)]] }))).toEqual([]);
  });

  it('is taken by Slack as a message, in a window and in the App Home', () => {
    fc.assert(
      fc.property(message, (said) => {
        expect(slackProblems(slackMessage(said))).toEqual([]);
        expect(slackProblems(wordsModal(said))).toEqual([]);
        expect(slackProblems(homeView([said, said]))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('D4, D5: becomes no markup in the text that stands alone', () => {
    fc.assert(
      fc.property(text, (said) => {
        const spoken = slackMessage({ title: said, lines: [[said]] }).text;
        expect(spoken).not.toMatch(/[<>`]|&(?!amp;|lt;|gt;)|(?:^|[\s*_~])[*_~](?=\S)/);
      }),
      { numRuns: 300 },
    );
  });

  it('D4, D5: stands in its lines letter by letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }), (said) => {
        const { blocks } = slackMessage({ lines: [[`a${said}`]] });
        expect(textsOf(blocks).map((one) => one.text)).toContain(`a${said.toWellFormed()}`);
      }),
      { numRuns: 100 },
    );
  });
});

describe('whatever is asked', () => {
  it('is taken by Slack, and comes back under the ids of its fields', () => {
    fc.assert(
      fc.property(form, (asked) => {
        const modal = formModal(asked);
        const hasInputs = modal.blocks.some(({ type }) => type === 'input');
        expect(slackProblems(modal)).toEqual([]);
        expect(slackProblems(formModal(asked, sentView(modal)))).toEqual([]);
        const filled = filledFormOf(sentView(modal));
        const ids = new Set(asked.fields.map((one) => one.id));
        expect(filled).toMatchObject({ kind: asked.kind, subject: asked.subject });
        expect(Object.keys(filled?.values ?? {}).every((key) => ids.has(key))).toBe(true);
        expect(hasInputs).toBe(Object.keys(filled?.values ?? {}).length > 0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('whatever comes back', () => {
  it('is read or is nothing, and is never a fault', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string({ maxLength: 300 }), (anything, words) => {
        for (const sent of [anything, { type: 'button', action_id: words, value: words }]) {
          expect(() => [pressOf(sent, anything), filledFormOf(sent)]).not.toThrow();
        }
        expect(typedText(escapeText(words))).toBe(words);
      }),
      { numRuns: 300 },
    );
  });
});
