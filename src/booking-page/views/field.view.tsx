import type { ComponentChildren, JSX } from 'preact';

export interface FieldProblem {
  /** The field's name, which is its id too. */
  readonly field: string;
  /** A sentence that says what would work. */
  readonly message: string;
  /** What the field is about, where the sentence alone does not say it. */
  readonly label?: string | undefined;
}

/** One line of text, of a certain kind for phones' keyboards, or more than one line. */
export type FieldKind = 'text' | 'email' | 'phone' | 'number' | 'url' | 'long';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly kind: FieldKind;
  readonly autocomplete?: 'name' | 'email' | 'tel' | undefined;
  readonly maxLength: number;
  readonly rows?: number | undefined;
  readonly required?: boolean | undefined;
  readonly problems: readonly FieldProblem[];
}

/** What is said beside a control, and so read out with it. */
export interface Beside {
  readonly name: string;
  readonly hint?: string | undefined;
  readonly problems: readonly FieldProblem[];
}

const problemIn = ({ name, problems }: Beside): FieldProblem | undefined =>
  problems.find(({ field }) => field === name);

/** The ids of the hint and of the problem, where there are any. */
export function describedBy(beside: Beside): string | undefined {
  const { name, hint } = beside;
  const hints = hint ? [`${name}-hint`] : [];
  const problems = problemIn(beside) ? [`${name}-problem`] : [];
  return [...hints, ...problems].join(' ') || undefined;
}

/** Ties a control to what is said beside it. */
export const tiedTo = (beside: Beside) => ({
  'aria-invalid': problemIn(beside) ? ('true' as const) : undefined,
  'aria-describedby': describedBy(beside),
});

const INPUTS = {
  text: { type: 'text' },
  email: { type: 'email' },
  phone: { type: 'tel' },
  number: { type: 'text', inputMode: 'decimal' },
  url: { type: 'text', inputMode: 'url' },
} as const;

function Control(props: FieldProps): JSX.Element {
  const { name, value, kind } = props;
  const attributes = {
    id: name,
    name,
    autocomplete: props.autocomplete ?? 'off',
    maxLength: props.maxLength,
    required: props.required ?? false,
    ...tiedTo(props),
  };
  if (kind !== 'long') return <input {...INPUTS[kind]} value={value} {...attributes} />;
  return (
    <textarea rows={props.rows ?? 4} {...attributes}>
      {value}
    </textarea>
  );
}

/** The hint of a control and what is wrong with it. */
export function Said(beside: Beside): JSX.Element {
  const problem = problemIn(beside);
  return (
    <>
      {beside.hint && (
        <p class="hint" id={`${beside.name}-hint`}>
          {beside.hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${beside.name}-problem`}>
          {problem.message}
        </p>
      )}
    </>
  );
}

interface LabelledProps extends Beside {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A label above its control, with what is said beside it. */
export function Labelled({ label, children, ...beside }: LabelledProps): JSX.Element {
  return (
    <div class="field">
      <label for={beside.name}>{label}</label>
      <Said {...beside} />
      {children}
    </div>
  );
}

/** A labelled field with its hint and what is wrong with it, all tied together for a screen reader. */
export function Field(props: FieldProps): JSX.Element {
  const { name, label, hint, problems } = props;
  return (
    <Labelled {...{ name, label, hint, problems }}>
      <Control {...props} />
    </Labelled>
  );
}
