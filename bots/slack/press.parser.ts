import { z } from 'zod';
import type { Chosen } from '../core/dialogues/talk.js';
import type { FilledForm } from '../core/forms/form.js';
import type { Button } from '../core/message.js';
import { filledFormOf } from './form.parser.js';
import {
  buttonChoice,
  chosenOption,
  FIELD_ACTION,
  fieldOfBlock,
  madeChoice,
  pressedButton,
} from './ids.parser.js';

/** What somebody did with a button, a select or a field that is heard at once. */
export type SlackPress =
  | { readonly kind: 'button'; readonly button: Pick<Button, 'verb' | 'subject'> }
  | { readonly kind: 'choice'; readonly chosen: Chosen }
  | { readonly kind: 'field'; readonly filled: FilledForm; readonly fieldId: string };

const action = z.object({
  type: z.string().max(100),
  action_id: z.string().min(1).max(255),
  block_id: z.string().max(255).default(''),
  value: z.string().max(2_000).nullish(),
  selected_option: chosenOption.nullish(),
});

/**
 * One action of a `block_actions` payload, with the view in which it happened if it happened in one.
 * Null when it is none of ours, or too old, damaged or forged to tell.
 */
export function pressOf(sent: unknown, view?: unknown): SlackPress | null {
  const read = action.safeParse(sent);
  if (!read.success) return null;
  const { action_id: id, block_id: blockId, value, selected_option: option } = read.data;
  if (id === FIELD_ACTION) return fieldPress(blockId, view);
  const button = pressedButton(id, value ?? '');
  if (button) return { kind: 'button', button };
  const choice = option ?? (value ? buttonChoice(value) : null);
  const chosen = choice === null ? null : madeChoice(id, choice);
  return chosen && { kind: 'choice', chosen };
}

function fieldPress(blockId: string, view: unknown): SlackPress | null {
  const field = fieldOfBlock(blockId);
  const filled = filledFormOf(view);
  return field && filled && { kind: 'field', filled, fieldId: field.fieldId };
}
