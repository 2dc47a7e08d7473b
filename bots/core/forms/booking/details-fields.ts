import { labelled } from '../../../../src/calendars/questions/answer-words.js';
import type { QuestionKind } from '../../../../src/calendars/questions/question.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import type { SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import { LONGEST_NAME, LONGEST_NOTE } from '../../../../src/shared/text/person-text.js';
import { type BookingField, LIST } from '../../dialogues/booking/booking-fields.js';
import type { FieldKind, FormField, FormValues } from '../form.js';

/** What is known by now of the answers, by the id of the field. */
export interface KnownAnswers {
  /** As they stand in the window. */
  readonly typed: FormValues;
  /** As the dialogue keeps them. */
  readonly kept: Readonly<Record<string, string>>;
}

/** What a booking asks beside the time, as it stands in a window. */
export function detailField(field: BookingField, known: KnownAnswers): FormField {
  const { id, label, isRequired, options, hint } = field;
  const most = mostOf(field);
  return {
    ...{ id, kind: kindOf(field), label, isRequired },
    value: known.typed[id] ?? shownValue(field, known.kept[id] ?? field.proposal ?? ''),
    ...(hint === null ? {} : { hint }),
    ...(most === null ? {} : { most }),
    ...(options.length === 0 ? {} : { options: numbered(field) }),
  };
}

const KINDS: Readonly<Record<QuestionKind, FieldKind>> = {
  ...{ text: 'line', 'long-text': 'lines', phone: 'line', number: 'number', url: 'line' },
  ...{ select: 'choice', 'multi-select': 'choices', checkbox: 'choices' },
};

function kindOf({ id, question }: BookingField): FieldKind {
  if (question) return KINDS[question.kind];
  if (id === 'email') return 'email';
  return id === 'name' ? 'line' : 'lines';
}

function mostOf({ id, question }: BookingField): number | null {
  if (id === 'name') return LONGEST_NAME;
  const isLong = id === 'notes' || id === 'reason' || question?.kind === 'long-text';
  return isLong ? LONGEST_NOTE : null;
}

/** A host may name options as they like; their numbers fit everywhere. A box is ticked or it is not. */
const numbered = ({ options, question }: BookingField) =>
  options
    .slice(0, question?.kind === 'checkbox' ? 1 : options.length)
    .map(({ label }, index) => ({ id: String(index + 1), label }));

function shownValue({ options }: BookingField, kept: string): string {
  if (options.length === 0) return kept;
  const named = kept.split(LIST).map((one) => one.toLowerCase());
  return options
    .flatMap(({ id }, index) => (named.includes(id.toLowerCase()) ? [String(index + 1)] : []))
    .join(LIST);
}

/** The answers as the dialogue keeps them; or a sentence for each that cannot be taken, with its name. */
export function readDetails(
  fields: readonly BookingField[],
  values: FormValues,
): Outcome<Record<string, string>, readonly string[]> {
  const read = fields.map((field) => ({ field, value: readDetail(field, values[field.id] ?? '') }));
  const problems = read.flatMap(({ field, value }) =>
    value.ok ? [] : [labelled(field.label, value.problem.sentence)],
  );
  if (problems.length > 0) return refused(problems);
  return done(
    Object.fromEntries(read.map(({ field, value }) => [field.id, value.ok ? value.value : ''])),
  );
}

/** What was emptied is empty, whatever stood there before. */
function readDetail(field: BookingField, given: string): Outcome<string, SentenceProblem> {
  const said = field.options.length === 0 ? given.trim() : chosenOptions(field, given);
  return said === '' && !field.isRequired ? done('') : field.read(said);
}

const chosenOptions = ({ options }: BookingField, given: string): string =>
  given
    .split(LIST)
    .flatMap((number) => options[Number(number) - 1]?.id ?? [])
    .join(LIST);
