import type { ModalView } from '@slack/types';
import { escapeText } from '../../bots/slack/slack-text.js';
import { isObject, listOf, objectsOf } from './slack-tree.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A modal as Slack sends it back: texts escaped, and in its state what stands in each input, by the id
 * of its block. `changed` gives the state of an input anew, by the id of the field.
 */
export function sentView(view: ModalView, changed: Readonly<Record<string, Fields>> = {}): Fields {
  const blocks = objectsOf(escaped(view.blocks));
  const inputs = blocks.filter(({ type }) => type === 'input');
  const values = Object.fromEntries(
    inputs.map((block) => {
      const element = isObject(block['element']) ? block['element'] : {};
      const fieldId = String(block['block_id']).split(':').slice(2).join(':');
      const state = { ...stateOf(element), ...changed[fieldId] };
      return [block['block_id'], { [String(element['action_id'])]: state }];
    }),
  );
  return { ...view, id: 'V1', hash: '1.a', blocks, state: { values } };
}

/** What somebody typed or chose, as Slack says it. */
export const picked = {
  text: (value: string | null) => ({ value }),
  option: (view: ModalView, label: string) => {
    const all = JSON.stringify(escaped(view.blocks));
    const found = optionsIn(JSON.parse(all)).find((one) => textOf(one) === escapeText(label));
    return { selected_option: found ?? null };
  },
};

const textOf = (option: Fields): unknown => isObject(option['text']) && option['text']['text'];

function optionsIn(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(optionsIn);
  if (!isObject(value)) return [];
  const own = objectsOf(value['options']);
  return [...own, ...Object.values(value).flatMap(optionsIn)];
}

function stateOf(element: Fields): Fields {
  const type = element['type'];
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element['initial_option'] ?? null };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: listOf(element['initial_options']) };
    case 'datepicker':
      return { type, selected_date: element['initial_date'] ?? null };
    case 'conversations_select':
      return { type, selected_conversation: element['initial_conversation'] ?? null };
    case 'users_select':
      return { type, selected_user: element['initial_user'] ?? null };
    default:
      return { type, value: element['initial_value'] ?? null };
  }
}

/** Slack escapes the texts of text objects, and leaves what was typed alone. */
function escaped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(escaped);
  if (!isObject(value)) return value;
  const isText = value['type'] === 'plain_text' && typeof value['text'] === 'string';
  const entries = Object.entries(value).map(([key, item]) => [key, escaped(item)]);
  return isText
    ? { ...value, text: escapedOnce(String(value['text'])) }
    : Object.fromEntries(entries);
}

const escapedOnce = (text: string): string =>
  escapeText(text).replaceAll(/&amp;(?=(?:amp|lt|gt);)/g, '&');
