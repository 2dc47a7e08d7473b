import { isObject, listOf, objectsOf } from './slack-tree.js';

type Fields = Readonly<Record<string, unknown>>;

/** What is sent to Slack as lines that a person can read: one per block, ids and values included. */
export function blockText(sent: Fields): string {
  const head = ['title', 'submit', 'close'].flatMap((key) =>
    key in sent ? [`${key}: ${words(sent[key])}`] : [],
  );
  const marks = ['callback_id', 'private_metadata', 'notify_on_close'].flatMap((key) =>
    key in sent ? [`${key}: ${String(sent[key])}`] : [],
  );
  const text = typeof sent['text'] === 'string' ? [`text: ${inOneLine(sent['text'])}`] : [];
  return [...head, ...marks, ...text, ...objectsOf(sent['blocks']).flatMap(blockLines), ''].join(
    '\n',
  );
}

function blockLines(block: Fields): string[] {
  const type = `[${String(block['type'])}]`;
  if (block['type'] === 'rich_text')
    return objectsOf(block['elements']).map((one) => `${type} ${rich(one)}`);
  if (block['type'] === 'actions') {
    return objectsOf(block['elements']).map((one) => `${type} ${element(one)}`);
  }
  if (block['type'] !== 'input') return [`${type} ${words(block['text'])}`.trim()];
  const facts = [
    `${type} ${words(block['label'])}`,
    block['optional'] === true ? '(optional)' : '',
    block['dispatch_action'] === true ? '(heard at once)' : '',
    `#${String(block['block_id'])}`,
  ];
  const hint = 'hint' in block ? [`    hint: ${words(block['hint'])}`] : [];
  return [
    joined(facts),
    `    ${element(isObject(block['element']) ? block['element'] : {})}`,
    ...hint,
  ];
}

function rich(section: Fields): string {
  const texts = objectsOf(section['elements']).map((part) => {
    if (part['type'] === 'date')
      return styled(part, `{${String(part['timestamp'])}|${String(part['fallback'])}}`);
    if (part['type'] === 'user') return `(user ${String(part['user_id'])})`;
    return part['type'] === 'link'
      ? `<${String(part['url'])}>`
      : styled(part, String(part['text']));
  });
  const mark = section['type'] === 'rich_text_preformatted' ? '(code) ' : '';
  return mark + inOneLine(texts.join(''));
}

function styled({ style }: Fields, text: string): string {
  if (!isObject(style)) return text;
  return style['strike'] === true ? `(struck: ${text})` : `(bold: ${text})`;
}

function element(one: Fields): string {
  const groups = objectsOf(one['option_groups']).map(
    (group) => `${words(group['label'])}: ${optionsText(group)}`,
  );
  const initial = ['initial_value', 'initial_date', 'initial_conversation', 'initial_user']
    .concat(['initial_option', 'initial_options', 'max_length', 'max_selected_items'])
    .flatMap((key) => (key in one ? [`${key}=${inOneLine(initialText(one[key]))}`] : []));
  const value = 'value' in one ? `= ${wordOf(one['value'])}` : '';
  return joined([
    ...[String(one['type']), words(one['text']), wordOf(one['style'])],
    ...[`#${String(one['action_id'])}`, value, ...initial],
    'placeholder' in one ? `“${words(one['placeholder'])}”` : '',
    'options' in one ? `{ ${optionsText(one)} }` : '',
    groups.length > 0 ? `{ ${groups.join(' ‖ ')} }` : '',
  ]);
}

const initialText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(initialText).join(' + ')
    : isObject(value)
      ? option(value)
      : String(value);

/** The first and the last of many. */
function optionsText(list: Fields): string {
  const all = listOf(list['options']).filter(isObject).map(option);
  return all.length <= 12
    ? all.join(' | ')
    : `${String(all[0])} | … ${String(all.length)} … | ${String(all.at(-1))}`;
}

const option = (one: Fields): string =>
  joined([
    words(one['text']),
    'description' in one ? `/ ${words(one['description'])}` : '',
    `= ${String(one['value'])}`,
  ]);

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const words = (text: unknown): string => (isObject(text) ? inOneLine(String(text['text'])) : '');
const inOneLine = (text: string): string => text.replaceAll('\n', ' ⏎ ');
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
