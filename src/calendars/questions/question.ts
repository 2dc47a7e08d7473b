export const QUESTION_KINDS = [
  'text',
  'long-text',
  'phone',
  'number',
  'select',
  'multi-select',
  'checkbox',
  'url',
] as const;

export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Something that is asked of an attendee. */
export interface Question {
  /** Stays through every change of the wording; answers name it. */
  readonly id: string;
  readonly label: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  /** What can be chosen; empty for other kinds. */
  readonly options: readonly string[];
}

export const isChoice = (kind: QuestionKind): boolean =>
  kind === 'select' || kind === 'multi-select';

export type AnswerValue = string | number | boolean | readonly string[];

/** An answer as it is kept: with the question as it was worded when it was answered. */
export interface KeptAnswer extends Pick<Question, 'id' | 'label' | 'kind'> {
  readonly value: AnswerValue;
}
