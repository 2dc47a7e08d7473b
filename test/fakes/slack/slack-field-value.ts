import type { JsonObject, SlackElement, SlackOption } from './slack-blocks.js';
import { optionText, optionsOf } from './slack-control.js';

/** What stands in a field, in the words of `view.state.values`. */
export type FieldValue = JsonObject & { readonly type: string };

/** Under which name the value of an element stands, and under which the app puts one there. */
const PLACES: Readonly<Record<string, readonly [place: string, initial: keyof SlackElement]>> = {
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  checkboxes: ['selected_options', 'initial_options'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
};

const placeOf = (type: string): readonly [string, keyof SlackElement] =>
  PLACES[type] ?? ['value', 'initial_value'];

/** What the app put there. */
export function initialValue(element: SlackElement): FieldValue {
  const [place, initial] = placeOf(element.type);
  const nothing = place.endsWith('s') ? [] : null;
  return { type: element.type, [place]: element[initial] ?? nothing };
}

export const filledWith = (type: string, value: unknown): FieldValue => ({
  ...{ type, [placeOf(type)[0]]: value },
});

export const standing = (value: FieldValue): unknown => value[placeOf(value.type)[0]];

export function isEmpty(value: FieldValue): boolean {
  const what = standing(value);
  return what === null || what === '' || (Array.isArray(what) && what.length === 0);
}

/** What a person reads in the field. */
export function valueText(value: FieldValue): string {
  return [standing(value)]
    .flat()
    .map((one) => (isOption(one) ? optionText(one) : typeof one === 'string' ? one : ''))
    .join(', ');
}

/**
 * What stands in a field after the app sent the window anew: Slack keeps what stood in a field of the
 * same ids and kind, whatever the app puts there, unless it can no longer be chosen.
 */
export function keptValue(element: SlackElement, before: FieldValue | undefined): FieldValue {
  if (before?.type !== element.type) return initialValue(element);
  const offered = optionsOf(element);
  const kept = [standing(before)].flat().filter((one): one is SlackOption => isOption(one));
  const isOffered = kept.every((one) => offered.some(({ value }) => value === one.value));
  return isOffered ? before : filledWith(element.type, Array.isArray(standing(before)) ? [] : null);
}

const isOption = (value: unknown): value is SlackOption =>
  typeof value === 'object' && value !== null && 'text' in value;
