import type { PlainTextOption } from '@slack/types';
import { say } from '../../src/language/say.js';
import type { Choice } from '../core/message.js';
import { optionValue } from './ids.parser.js';
import { beginningOf, plainText, unambiguous } from './slack-text.js';

/** Characters of an option's label; as many again below it. */
export const MOST_LABEL = 75;
/** Options of one list or group, and groups of one select. */
const MOST_IN_LIST = 100;
/** A select of more of them would make its view too large. */
export const MOST_CHOICES = 1_000;

type OptionList =
  | { readonly options: PlainTextOption[] }
  | {
      readonly option_groups: { label: ReturnType<typeof plainText>; options: PlainTextOption[] }[];
    };

/** A long label goes on below; an option is made the same way wherever it is shown. */
export function optionOf(choice: Choice, index: number): PlainTextOption {
  const { label } = choice;
  const value = optionValue(choice, index);
  if (label.length <= MOST_LABEL) return { text: plainText(label, MOST_LABEL), value };
  const first = wordsBefore(label, MOST_LABEL);
  const rest = label.slice(first.length);
  return { text: plainText(first, MOST_LABEL), value, description: plainText(rest, MOST_LABEL) };
}

/** As much as fits when Slack has it; neither part has a space at the seam, which Slack would take away. */
function wordsBefore(label: string, most: number): string {
  const first = beginningOf(label, most);
  const isSeam = /\s$/.test(first) || /^\s/.test(label.slice(first.length));
  const isTooLong = unambiguous(first).length > MOST_LABEL;
  return (isSeam || isTooLong) && most > 1 ? wordsBefore(label, most - 1) : first;
}

/** The options of a select, in groups where they have some or are more than one list holds. */
export function optionList(choices: readonly Choice[]): OptionList {
  const options = choices.slice(0, MOST_CHOICES).map((choice, index) => ({
    group: choice.group,
    option: optionOf(choice, index),
  }));
  const isGrouped = options.some(({ group }) => group !== undefined);
  if (!isGrouped && options.length <= MOST_IN_LIST) {
    return { options: options.map(({ option }) => option) };
  }
  const groups = [...Map.groupBy(options, ({ group }) => group)];
  return {
    option_groups: groups.flatMap(([group, members]) =>
      listsOf(members.map(({ option }) => option)).map((list, index, lists) => ({
        label: plainText(
          groupLabel({ group, isGrouped, list, index, of: lists.length }),
          MOST_LABEL,
        ),
        options: list,
      })),
    ),
  };
}

function listsOf(options: readonly PlainTextOption[]): PlainTextOption[][] {
  return Array.from({ length: Math.ceil(options.length / MOST_IN_LIST) }, (_, index) =>
    options.slice(index * MOST_IN_LIST, (index + 1) * MOST_IN_LIST),
  );
}

interface GroupFacts {
  readonly group: string | undefined;
  readonly isGrouped: boolean;
  readonly list: readonly PlainTextOption[];
  /** Which part of the group it is, and of how many. */
  readonly index: number;
  readonly of: number;
}

function groupLabel({ group, isGrouped, list, index, of }: GroupFacts): string {
  if (!isGrouped) {
    const [first, last] = [shortened(list.at(0)), shortened(list.at(-1))];
    return first === last ? first : say('slack:groupSpan', { first, last });
  }
  const name = group ?? say('slack:otherChoices');
  return of === 1
    ? name
    : say('slack:groupPart', { group: beginningOf(name, 60), part: index + 1 });
}

const shortened = (option?: PlainTextOption): string => beginningOf(option?.text.text ?? '', 30);
