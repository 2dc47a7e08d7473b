import { z } from 'zod';
import type { FormWish } from '../core/forms/form.js';
import type { Chosen } from '../core/dialogues/talk.js';
import { BUTTON_VERBS, type Button, type Choice, type Choices } from '../core/message.js';
import { beginningOf, unescapeText } from './slack-text.js';

/**
 * Everything that is put into an id or value of Slack and comes back from it is written and read here.
 * What comes back may be old, forged or huge: then it is null, and never a fault.
 */

/** Characters that Slack may escape, cut at, or that part our own ids. */
const UNSAFE = /[%&<>:\t\n\r ]/g;
const packed = (text: string): string =>
  text.replace(UNSAFE, (character) => encodeURIComponent(character));
const unpacked = (text: string): string =>
  text.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Parts of an id; the number makes it unlike its neighbours in the same block. */
const joined = (...parts: readonly (string | number)[]): string =>
  parts.map((part) => packed(String(part))).join(':');
const partsOf = (id: string): string[] => id.split(':').map(unpacked);

const verb = z.enum(BUTTON_VERBS);

export const pressIds = ({ verb, subject }: Button, index: number) => ({
  action_id: joined('press', index, verb),
  value: packed(subject),
});

export const choiceId = ({ dialogue, step }: Choices, index: number | 'select'): string =>
  joined('choose', index, dialogue, step);

export const choiceValue = ({ id }: Choice): string => packed(id);

/** What stands for an option when it comes back; Slack documents 75 characters for that. */
export function optionValue({ id, label }: Choice, index: number): string {
  const value = packed(id);
  if (value.length <= MOST_VALUE) return value;
  // Such options are their own labels, which come back with them, in two parts at most.
  const isLabel = id === label && label.length <= 2 * MOST_VALUE;
  return isLabel ? joined('=', index) : beginningOf(value, MOST_VALUE);
}

const MOST_VALUE = 75;

export const chosenOption = z
  .object({
    value: z.string().max(2_000),
    text: z.object({ text: z.string().max(2_000) }),
    description: z.object({ text: z.string().max(2_000) }).nullish(),
  })
  .transform(({ value, text, description }) =>
    value.startsWith('=:') ? unescapeText(text.text + (description?.text ?? '')) : unpacked(value),
  );

const choosing = z.tuple([
  z.literal('choose'),
  z.string(),
  z.string().min(1).max(100),
  z.string().min(1).max(100),
]);
const pressing = z.tuple([z.literal('press'), z.string(), verb]);

export function pressedButton(
  actionId: string,
  value: string,
): Pick<Button, 'verb' | 'subject'> | null {
  const parts = pressing.safeParse(partsOf(actionId));
  return parts.success ? { verb: parts.data[2], subject: unpacked(value) } : null;
}

/** `choice` is an option as it was read, or the value of a button. */
export function madeChoice(actionId: string, choice: string): Chosen | null {
  const parts = choosing.safeParse(partsOf(actionId));
  return parts.success ? { dialogue: parts.data[2], step: parts.data[3], choice } : null;
}

export const buttonChoice = unpacked;

/** The action of every input in a form; which one it is stands in its block. */
export const FIELD_ACTION = 'field';

/**
 * Slack keeps what was typed by the id of its block, and shows no new value there: a field whose value
 * changes has to get another one.
 */
export const fieldBlockId = (fieldId: string, generation: number): string =>
  joined('field', generation, fieldId);

const fieldParts = z.tuple([z.literal('field'), z.coerce.number().int().min(0), z.string().min(1)]);

export function fieldOfBlock(blockId: string): { fieldId: string; generation: number } | null {
  const parts = fieldParts.safeParse(partsOf(blockId));
  return parts.success ? { fieldId: parts.data[2], generation: parts.data[1] } : null;
}

export const formCallback = (kind: string): string => joined('form', kind);
/** Submissions and closings of forms. */
export const FORM_CALLBACK = /^form:/;
export const WORDS_CALLBACK = 'words';
export const WAITING_CALLBACK = 'waiting';

type FormMark = Pick<FormWish, 'kind' | 'subject'> & { readonly timeZone: string };

export const formMark = ({ kind, subject, timeZone }: FormMark): string =>
  JSON.stringify({ kind, subject, timeZone });

const mark = z.object({
  kind: z.string().min(1).max(100),
  subject: z.string().max(200),
  timeZone: z.string().max(64),
});

export function markedForm(privateMetadata: string): FormMark | null {
  const read = z.string().max(3_000).transform(asJson).pipe(mark).safeParse(privateMetadata);
  return read.success ? read.data : null;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
