import { MOST_IN_MESSAGE, MOST_VIEW_BYTES, SLACK_LIMITS, type SlackLimit } from './slack-limits.js';
import { isObject, listOf, type Node, nodesOf, objectsOf, textsOf } from './slack-tree.js';

/** What is sent, with what it is: `modal`, `home`, `message`, `unfurl`. */
export interface Sent {
  readonly surface: string;
  readonly value: Readonly<Record<string, unknown>>;
}

type Rule = (sent: Sent) => readonly string[];

/** What Slack refuses or drops beside what its types say. */
export const SLACK_RULES: readonly Rule[] = [
  ({ surface, value }) => nodesOf(value).flatMap((node) => tooMuch(surface, node)),
  ({ value }) => nodesOf(value).flatMap(emptiness),
  ({ value }) => nodesOf(value).flatMap(selection),
  ({ value }) => repeated('block_id', objectsOf(value['blocks'])),
  ({ value }) =>
    objectsOf(value['blocks']).flatMap((block) =>
      repeated('action_id', objectsOf(block['elements'])),
    ),
  brokenTexts,
  inputs,
  size,
];

function tooMuch(surface: string, { at, value }: Node): string[] {
  const kinds = kindsOf(surface, at, value);
  return SLACK_LIMITS.filter(({ of }) => kinds.includes(of)).flatMap((limit) => {
    const amount = amountOf(value[limit.field]);
    return amount > limit.most ? [complaint(at, limit, amount)] : [];
  });
}

const complaint = (at: string, { of, field, most }: SlackLimit, amount: number): string =>
  `${at || '/'}: ${of}.${field} is ${String(amount)}, and ${String(most)} is the most`;

/** Under which names the table knows an object. */
function kindsOf(surface: string, at: string, value: Node['value']): string[] {
  if (at === '') return [surface];
  const type = typeof value['type'] === 'string' ? [value['type']] : [];
  const isBlock = /^\/blocks\/\d+$/.test(at);
  return [
    ...type,
    ...(isBlock ? ['block'] : []),
    ...('action_id' in value ? ['action'] : []),
    ...(/\/options\/\d+$|\/initial_options?(?:\/\d+)?$/.test(at) ? ['option'] : []),
    ...(/\/option_groups\/\d+$/.test(at) ? ['option_group'] : []),
  ];
}

function amountOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return isObject(value) ? amountOf(value['text']) : 0;
}

const NEVER_EMPTY = ['elements', 'options', 'option_groups', 'initial_options'];

function emptiness({ at, value }: Node): string[] {
  const isText = value['type'] === 'text' || value['type'] === 'mrkdwn';
  const isBlank = value['type'] === 'plain_text' && String(value['text']).trim() === '';
  const empty = NEVER_EMPTY.filter((key) => key in value && listOf(value[key]).length === 0);
  return [
    ...(isBlank || (isText && value['text'] === '') ? [`${at}: the text is empty`] : []),
    ...empty.map((key) => `${at}: ${key} are empty`),
  ];
}

const choicesOf = (value: Node['value']): readonly unknown[] => [
  ...listOf(value['options']),
  ...objectsOf(value['option_groups']).flatMap((group) => listOf(group['options'])),
];

/** What is chosen beforehand is exactly one of the options, and no two of those have one value. */
function selection({ at, value }: Node): string[] {
  const type = String(value['type']);
  if (!/select$|radio_buttons|checkboxes/.test(type)) return [];
  const options = choicesOf(value).map((option) => JSON.stringify(option));
  const chosen = [value['initial_option'], ...listOf(value['initial_options'])].filter(isObject);
  const strange = chosen.filter((option) => !options.includes(JSON.stringify(option)));
  const values = choicesOf(value).map((option) => (isObject(option) ? option['value'] : null));
  const hasBoth = 'options' in value && 'option_groups' in value;
  const hasNone = type.includes('static') && values.length === 0;
  return [
    ...strange.map(() => `${at}: what is chosen beforehand is none of the options`),
    ...(new Set(values).size < values.length ? [`${at}: two options have one value`] : []),
    ...(hasBoth || hasNone ? [`${at}: needs either options or option_groups`] : []),
  ];
}

function repeated(key: string, objects: readonly Node['value'][]): string[] {
  const ids = objects.map((object) => object[key]).filter((id) => typeof id === 'string');
  return [...Map.groupBy(ids, (id) => id)].flatMap(([id, uses]) =>
    uses.length > 1 ? [`${key} ${id} is used ${String(uses.length)} times`] : [],
  );
}

function brokenTexts({ value }: Sent): string[] {
  return textsOf(value).flatMap(({ at, text }) =>
    text.isWellFormed() ? [] : [`${at}: a character is cut in half`],
  );
}

/** Inputs are for windows, and a window with inputs has a button to hand them in. */
function inputs({ surface, value }: Sent): string[] {
  const hasInputs = objectsOf(value['blocks']).some(({ type }) => type === 'input');
  if (!hasInputs) return [];
  if (surface === 'modal') return 'submit' in value ? [] : ['a modal with inputs needs submit'];
  return surface === 'home' ? [] : [`there are no inputs in a ${surface}`];
}

function size({ surface, value }: Sent): string[] {
  const blocks = objectsOf(value['blocks']);
  if (surface === 'modal' || surface === 'home') {
    const bytes = Buffer.byteLength(JSON.stringify(value));
    return bytes > MOST_VIEW_BYTES ? [`the view has ${String(bytes)} bytes`] : [];
  }
  if (surface === 'message' && (typeof value['text'] !== 'string' || value['text'].trim() === '')) {
    return ['a message needs a text of its own'];
  }
  const shown = blocks.filter(({ type }) => type !== 'actions').flatMap((block) => textsOf(block));
  const characters = shown.reduce((sum, { text }) => sum + text.length, 0);
  return characters > MOST_IN_MESSAGE ? [`the blocks hold ${String(characters)} characters`] : [];
}
