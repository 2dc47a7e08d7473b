import type { InputBlock, InputBlockElement, KnownBlock } from '@slack/types';
import { say } from '../../src/language/say.js';
import type { FormField } from '../core/forms/form.js';
import type { ShownField } from './form.parser.js';
import { FIELD_ACTION, fieldBlockId } from './ids.parser.js';
import { boldBlock, linesBlocks } from './lines.renderer.js';
import { MOST_CHOICES, MOST_LABEL, optionList, optionOf } from './options.renderer.js';
import { beginningOf, plainText } from './slack-text.js';

/** Characters of a text input, of a placeholder, and of a label or hint. */
const MOST_TYPED = 3_000;
const MOST_EXAMPLE = 150;
const MOST_WORDS = 2_000;
/** So few choices stand below each other; more of them are a select. */
const FEW_CHOICES = 5;
const MOST_CHECKBOXES = 10;

/**
 * A field as an input, or as words where there is nothing to choose from: Slack refuses empty lists.
 * `shown` is the field as it stands on the screen. Its block keeps its id while its value, its choices
 * and its type stay, so that nobody loses their place; otherwise it gets another, as Slack goes on
 * showing what it had in a block that it knows.
 */
export function fieldBlocks(field: FormField, shown: ShownField | undefined): KnownBlock[] {
  const choices = field.options ?? [];
  if (isChoosing(field) && choices.length === 0) {
    return [boldBlock(field.label), ...linesBlocks([[say('slack:nothingToChoose')]])];
  }
  const element = elementOf(field);
  const hint = hintOf(field);
  const input: InputBlock = {
    type: 'input',
    block_id: blockIdOf({ field, element, shown }),
    label: plainText(field.label, MOST_WORDS),
    element,
    optional: !field.isRequired,
    ...(hint === '' ? {} : { hint: plainText(hint, MOST_WORDS) }),
    ...(field.isLive ? { dispatch_action: true } : {}),
  };
  return [input];
}

interface Placed {
  readonly field: FormField;
  readonly element: InputBlockElement;
  readonly shown: ShownField | undefined;
}

function blockIdOf({ field, element, shown }: Placed): string {
  if (!shown) return fieldBlockId(field.id, 0);
  const choices = (field.options ?? []).slice(0, MOST_CHOICES).map(({ id }) => id);
  const isSame =
    shown.type === element.type &&
    shown.value === field.value &&
    (!isChoosing(field) || shown.choices.join('\n') === choices.join('\n'));
  return isSame ? shown.blockId : fieldBlockId(field.id, shown.generation + 1);
}

const isChoosing = ({ kind }: FormField): boolean => kind === 'choice' || kind === 'choices';

/** What there was no room for is said beside the field's own hint. */
function hintOf(field: FormField): string {
  const choices = (field.options ?? []).length - MOST_CHOICES;
  const cut = isText(field) ? Array.from(field.value.slice(typed(field).length)).length : 0;
  return [
    field.hint ?? '',
    choices > 0 ? say('slack:moreChoices', { count: choices }) : '',
    cut > 0 ? say('slack:cutValue', { count: cut }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

const isText = ({ kind }: FormField): boolean =>
  kind === 'line' || kind === 'lines' || kind === 'email' || kind === 'number';

const typed = ({ value, most }: FormField): string =>
  beginningOf(value, Math.min(most ?? MOST_TYPED, MOST_TYPED));

function elementOf(field: FormField): InputBlockElement {
  switch (field.kind) {
    case 'line':
    case 'lines':
      return textInput(field);
    case 'email':
      return emailInput(field);
    case 'number':
      return numberInput(field);
    case 'choice':
      return choiceInput(field);
    case 'choices':
      return choicesInput(field);
    case 'date':
      return dateInput(field);
    case 'channel':
      return channelInput(field);
    case 'person':
      return personInput(field);
  }
}

const action = { action_id: FIELD_ACTION } as const;

const placeholder = ({ example }: FormField, otherwise = '') => {
  const text = example ?? otherwise;
  return text === '' ? {} : { placeholder: plainText(text, MOST_EXAMPLE) };
};

function textInput(field: FormField): InputBlockElement {
  const value = typed(field);
  return {
    ...{ type: 'plain_text_input', ...action, multiline: field.kind === 'lines' },
    max_length: Math.min(field.most ?? MOST_TYPED, MOST_TYPED),
    ...(value === '' ? {} : { initial_value: value }),
    ...placeholder(field),
  };
}

/** Slack refuses to show in it what is no address; that stands in an input of any text. */
function emailInput(field: FormField): InputBlockElement {
  const isAddress = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(field.value);
  if (field.value !== '' && !isAddress) return textInput(field);
  return {
    ...{ type: 'email_text_input', ...action },
    ...(field.value === '' ? {} : { initial_value: field.value }),
    ...placeholder(field),
  };
}

function numberInput(field: FormField): InputBlockElement {
  const isNumber = /^-?\d{1,15}(?:\.\d{1,15})?$/.test(field.value);
  if (field.value !== '' && !isNumber) return textInput(field);
  return {
    ...{ type: 'number_input', ...action, is_decimal_allowed: true },
    ...(field.value === '' ? {} : { initial_value: field.value }),
    ...placeholder(field),
  };
}

function choiceInput(field: FormField): InputBlockElement {
  const choices = field.options ?? [];
  const [chosen] = initialOptions(field, [field.value]);
  const initial = chosen ? { initial_option: chosen } : {};
  const isPlain = choices.every(({ group, label }) => !group && label.length <= MOST_LABEL);
  // A choice among radio buttons cannot be taken back, so they are for what has to be chosen.
  if (field.isRequired && isPlain && choices.length <= FEW_CHOICES) {
    return { type: 'radio_buttons', ...action, options: choices.map(optionOf), ...initial };
  }
  return {
    ...{ type: 'static_select', ...action, ...optionList(choices), ...initial },
    ...placeholder(field, say('slack:choose')),
  };
}

function choicesInput(field: FormField): InputBlockElement {
  const choices = field.options ?? [];
  const chosen = initialOptions(field, field.value.split('\n'));
  const initial = chosen.length > 0 ? { initial_options: chosen } : {};
  const isFew = choices.length <= MOST_CHECKBOXES && choices.every(({ group }) => !group);
  if (isFew && field.most === undefined) {
    return { type: 'checkboxes', ...action, options: choices.map(optionOf), ...initial };
  }
  return {
    ...{ type: 'multi_static_select', ...action, ...optionList(choices), ...initial },
    ...(field.most === undefined ? {} : { max_selected_items: Math.max(1, field.most) }),
    ...placeholder(field, say('slack:chooseSeveral')),
  };
}

/** Made in the same way as in the list, in which Slack looks for exactly them. */
const initialOptions = ({ options = [] }: FormField, ids: readonly string[]) =>
  options
    .slice(0, MOST_CHOICES)
    .map((choice, index) => ({ id: choice.id, option: optionOf(choice, index) }))
    .filter(({ id }) => ids.includes(id))
    .map(({ option }) => option);

function dateInput(field: FormField): InputBlockElement {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(field.value);
  return {
    ...{ type: 'datepicker', ...action, ...placeholder(field) },
    ...(isDate ? { initial_date: field.value } : {}),
  };
}

function channelInput(field: FormField): InputBlockElement {
  const isChannel = /^[CG][A-Z0-9]{2,30}$/.test(field.value);
  return {
    ...{ type: 'conversations_select', ...action },
    filter: { include: ['public', 'private'] },
    ...(isChannel ? { initial_conversation: field.value } : {}),
    ...(field.isHere && !isChannel ? { default_to_current_conversation: true } : {}),
    ...placeholder(field, say('slack:chooseChannel')),
  };
}

function personInput(field: FormField): InputBlockElement {
  const isPerson = /^[UW][A-Z0-9]{2,30}$/.test(field.value);
  return {
    ...{ type: 'users_select', ...action },
    ...(isPerson ? { initial_user: field.value } : {}),
    ...placeholder(field, say('slack:choosePerson')),
  };
}
