import { controlsOf, optionText, optionsOf, type SlackControl } from './slack-control.js';
import { filledWith, isEmpty, standing, type FieldValue } from './slack-field-value.js';
import type { SlackBlock, SlackElement, SlackOption } from './slack-blocks.js';
import { SlackRefusal } from './slack-refusal.js';
import type { SlackTeam } from './slack-team.js';
import { placeOf, type SlackWindow } from './slack-windows.js';

/** What somebody puts into a field: words, the words of an option, a name with `@` or `#`; several. */
export type Wish = string | readonly string[];

/** What somebody can press, with the option of a menu where it is one. */
export interface Pressed {
  readonly control: SlackControl;
  readonly option?: SlackOption;
}

export function buttonNamed(blocks: readonly SlackBlock[], words: string): Pressed {
  const controls = controlsOf(blocks);
  for (const control of controls) {
    const { type } = control.element;
    if (type === 'button' && control.label === words) return { control };
    const option = optionsOf(control.element).find((one) => optionText(one) === words);
    if (type === 'overflow' && option) return { control, option };
  }
  throw new SlackRefusal(`No button “${words}”; there are: ${controls.map(labelOf).join(', ')}`);
}

export function fieldNamed(blocks: readonly SlackBlock[], label: string): SlackControl {
  const controls = controlsOf(blocks).filter(({ element }) => element.type !== 'button');
  const found = controls.find((control) => control.label === label);
  if (found) return found;
  throw new SlackRefusal(`No field “${label}”; there are: ${controls.map(labelOf).join(', ')}`);
}

/** What stands in the field when the wish is put into it; only what is offered can be chosen. */
export function chosen(control: SlackControl, wish: Wish, team: SlackTeam): FieldValue {
  const { type } = control.element;
  const one = (word: string): unknown => chosenOne(control, word, team);
  const isSeveral = type.startsWith('multi_') || type === 'checkboxes';
  if (isSeveral) return filledWith(type, [wish].flat().map(one));
  if (typeof wish !== 'string') throw new SlackRefusal(`“${control.label}” takes one.`);
  return filledWith(type, wish === '' ? null : one(wish));
}

function chosenOne(control: SlackControl, word: string, team: SlackTeam): unknown {
  const { type } = control.element;
  if (/conversations_select|channels_select/.test(type)) return channelNamed(control, word, team);
  if (/users_select/.test(type)) {
    const person = team.people.find(word.replace(/^@/, ''));
    if (!person) throw new SlackRefusal(`Nobody is called ${word}.`);
    return person.id;
  }
  if (!/select|radio_buttons|checkboxes/.test(type)) return word;
  const options = optionsOf(control.element);
  const option = options.find((one) => optionText(one) === word);
  if (option) return option;
  const offered = options.map(optionText).join(', ');
  throw new SlackRefusal(`“${control.label}” does not offer “${word}”; it offers: ${offered}`);
}

function channelNamed({ element, label }: SlackControl, word: string, team: SlackTeam): string {
  const channel = [...team.channels.values()].find(({ name }) => `#${name}` === word);
  if (!channel) throw new SlackRefusal(`There is no channel ${word}.`);
  const kind = channel.isPrivate ? 'private' : 'public';
  const include = element.filter?.include;
  const isOnlyPublic = element.type.includes('channels') && channel.isPrivate;
  if (isOnlyPublic || (include && !include.includes(kind))) {
    throw new SlackRefusal(`“${label}” does not offer the ${kind} channel ${word}.`);
  }
  return channel.id;
}

/** Why Slack would not hand the window in, by label; empty when it would. */
export function unfit(window: SlackWindow): Readonly<Record<string, string>> {
  const complaints = controlsOf(window.view.blocks)
    .filter(({ isInput }) => isInput)
    .flatMap((control) => {
      const value = window.values.get(placeOf(control.blockId, control.actionId));
      const complaint = value && complaintAbout(control, value);
      return complaint ? [[control.label, complaint]] : [];
    });
  return Object.fromEntries(complaints) as Record<string, string>;
}

function complaintAbout({ element, isRequired }: SlackControl, value: FieldValue): string | null {
  if (isEmpty(value)) return isRequired ? 'Please complete this required field.' : null;
  const what = standing(value);
  if (typeof what === 'string') return complaintAboutText(element, what);
  const most = element.max_selected_items;
  return Array.isArray(what) && most && what.length > most ? `Choose at most ${most}.` : null;
}

function complaintAboutText(element: SlackElement, text: string): string | null {
  const { min_length, max_length, min_value, max_value } = element;
  if (max_length && text.length > max_length) return `Most characters: ${max_length}.`;
  if (min_length && text.length < min_length) return `Least characters: ${min_length}.`;
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text))
    return 'No e-mail address.';
  if (element.type === 'url_text_input' && !URL.canParse(text)) return 'No web address.';
  if (element.type !== 'number_input') return null;
  const number = Number(text);
  if (Number.isNaN(number)) return 'No number.';
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return 'No whole number.';
  const isOutside =
    number < Number(min_value ?? -Infinity) || number > Number(max_value ?? Infinity);
  return isOutside ? 'Outside what is allowed.' : null;
}

const labelOf = ({ label, element }: SlackControl): string =>
  [label, ...(element.type === 'overflow' ? optionsOf(element).map(optionText) : [])].join(' / ');
