import type { JSX } from 'preact';

export interface FieldProblem {
  /** The field's name, which is its id too. */
  readonly field: string;
  /** A sentence that says what would work. */
  readonly message: string;
}

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  /** One line of text, an address, or more than one line. */
  readonly kind: 'text' | 'email' | 'long';
  readonly autocomplete?: 'name' | 'email' | undefined;
  readonly maxLength: number;
  readonly required?: boolean | undefined;
  readonly problems: readonly FieldProblem[];
}

interface ControlProps {
  readonly props: FieldProps;
  readonly problem: FieldProblem | undefined;
}

function describedBy({ name, hint }: FieldProps, problem: FieldProblem | undefined): string {
  return [...(hint ? [`${name}-hint`] : []), ...(problem ? [`${name}-problem`] : [])].join(' ');
}

function Control({ props, problem }: ControlProps): JSX.Element {
  const { name, value } = props;
  const attributes = {
    id: name,
    name,
    autocomplete: props.autocomplete ?? 'off',
    maxLength: props.maxLength,
    required: props.required ?? false,
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': describedBy(props, problem) || undefined,
  };
  if (props.kind === 'long')
    return (
      <textarea rows={4} {...attributes}>
        {value}
      </textarea>
    );
  return props.kind === 'email' ? (
    <input type="email" value={value} {...attributes} />
  ) : (
    <input type="text" value={value} {...attributes} />
  );
}

/** A labelled field with its hint and what is wrong with it, all tied together for a screen reader. */
export function Field(props: FieldProps): JSX.Element {
  const { name, label, hint } = props;
  const problem = props.problems.find(({ field }) => field === name);
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${name}-problem`}>
          {problem.message}
        </p>
      )}
      <Control props={props} problem={problem} />
    </div>
  );
}
