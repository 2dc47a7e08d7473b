import { z } from 'zod';
import { canonicalTimeZone } from '../../src/calendars/words/time-zone-names.js';
import type { FilledForm } from '../core/forms/form.js';
import type { FieldSentences } from '../core/forms/form-script.js';
import { chosenOption, fieldOfBlock, markedForm } from './ids.parser.js';

/** Longer than anything that can be typed into one field. */
const MOST_TYPED = 10_000;
const word = z.string().max(MOST_TYPED).nullish();

/** What an input holds, whatever its type; each type has one of these. */
const held = z
  .object({
    value: word,
    selected_option: chosenOption.nullish(),
    selected_options: z.array(chosenOption).max(1_000).nullish(),
    selected_date: word,
    selected_conversation: word,
    selected_user: word,
  })
  .transform(
    (state) =>
      state.value ??
      state.selected_option ??
      state.selected_options?.join('\n') ??
      state.selected_date ??
      state.selected_conversation ??
      state.selected_user ??
      '',
  );

/** What an input was shown with: it holds that until somebody changes it. */
const initial = z
  .object({
    type: z.string().max(100),
    options: z.array(chosenOption).nullish(),
    option_groups: z.array(z.object({ options: z.array(chosenOption) })).nullish(),
    initial_value: word,
    initial_option: chosenOption.nullish(),
    initial_options: z.array(chosenOption).max(1_000).nullish(),
    initial_date: word,
    initial_conversation: word,
    initial_user: word,
  })
  .transform((element) => ({
    type: element.type,
    choices: (element.option_groups ?? []).reduce<readonly string[]>(
      (all, { options }) => [...all, ...options],
      element.options ?? [],
    ),
    value:
      element.initial_value ??
      element.initial_option ??
      element.initial_options?.join('\n') ??
      element.initial_date ??
      element.initial_conversation ??
      element.initial_user ??
      '',
  }));

const input = z.object({
  type: z.literal('input'),
  block_id: z.string().max(255),
  element: initial,
});
const other = z.object({ type: z.string() }).transform(() => null);

const sentView = z.object({
  private_metadata: z.string().max(3_000).default(''),
  blocks: z.array(z.union([input, other])).max(100),
  state: z
    .object({ values: z.record(z.string(), z.record(z.string(), held)).default({}) })
    .nullish(),
});

/** A field of a form as Slack has it on the screen. */
export interface ShownField {
  readonly fieldId: string;
  readonly generation: number;
  readonly blockId: string;
  /** Of Slack's element: `static_select`. */
  readonly type: string;
  /** The ids of what can be chosen. */
  readonly choices: readonly string[];
  readonly value: string;
}

/** The fields of a view that Slack sent; none when it is none of ours. */
export function shownFields(view: unknown): readonly ShownField[] {
  const read = sentView.safeParse(view);
  if (!read.success) return [];
  const { blocks, state } = read.data;
  // The state may still hold blocks of a view before this one: only what is shown counts.
  return blocks.flatMap((block) => {
    const field = block && fieldOfBlock(block.block_id);
    if (!block || !field) return [];
    const inputs = Object.values(state?.values[block.block_id] ?? {});
    const { type, choices, value } = block.element;
    return [{ ...field, blockId: block.block_id, type, choices, value: inputs[0] ?? value }];
  });
}

/** What somebody filled in; null when the view is no form of ours, or damaged. */
export function filledFormOf(view: unknown): FilledForm | null {
  const read = sentView.safeParse(view);
  const mark = read.success ? markedForm(read.data.private_metadata) : null;
  const timeZone = mark && canonicalTimeZone(mark.timeZone);
  if (!mark || timeZone === null) return null;
  const values = shownFields(view).map(({ fieldId, value }) => [fieldId, value] as const);
  return { ...mark, timeZone, values: Object.fromEntries(values) };
}

/**
 * Sentences by the blocks of the view, in the way in which Slack shows them below its inputs. One about
 * a field that has no input, as there is nothing to choose, is left to the form, which says it by name.
 */
export const fieldErrors = (view: unknown, sentences: FieldSentences): Record<string, string> =>
  Object.fromEntries(
    shownFields(view).flatMap(({ fieldId, blockId }) => {
      const sentence = sentences[fieldId];
      return sentence === undefined ? [] : [[blockId, sentence]];
    }),
  );
