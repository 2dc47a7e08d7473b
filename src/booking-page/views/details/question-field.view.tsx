import type { JSX } from 'preact';
import type { Question } from '../../../calendars/questions/question.js';
import { say } from '../../../language/say.js';
import {
  describedBy,
  Field,
  type FieldKind,
  type FieldProblem,
  Labelled,
  Said,
  tiedTo,
} from '../field.view.js';

/** A question of the form, and what was answered so far. */
export interface AskedField {
  /** `a1` … for a host's own questions. */
  readonly name: string;
  readonly question: Question;
  /** Filled in beforehand by the link, or typed before and sent back; several where several can be chosen. */
  readonly given: readonly string[];
}

interface QuestionFieldProps {
  readonly asked: AskedField;
  readonly problems: readonly FieldProblem[];
}

const LONGEST = { 'long-text': 2000, text: 500, number: 30, phone: 40, url: 2000 } as const;

const FIELDS = {
  text: { kind: 'text' },
  'long-text': { kind: 'long' },
  phone: { kind: 'phone', autocomplete: 'tel', hint: 'page:phoneHint' },
  number: { kind: 'number' },
  url: { kind: 'url' },
} as const satisfies Readonly<
  Record<string, { kind: FieldKind; autocomplete?: 'tel'; hint?: string }>
>;

const labelOf = ({ label, required }: Question): string =>
  required ? label : say('page:optional', { label });

function SelectField({ asked, problems }: QuestionFieldProps): JSX.Element {
  const { name, question, given } = asked;
  const [chosen = ''] = given;
  return (
    <Labelled label={labelOf(question)} {...{ name, problems }}>
      <select id={name} name={name} required={question.required} {...tiedTo({ name, problems })}>
        <option value="">{say('page:choose')}</option>
        {question.options.map((option) => (
          <option selected={option === chosen}>{option}</option>
        ))}
      </select>
    </Labelled>
  );
}

/** A box is ticked or not; browsers cannot ask for one of several, so the server does. */
function ChoicesField({ asked, problems }: QuestionFieldProps): JSX.Element {
  const { name, question, given } = asked;
  const hint = say('page:severalHint');
  const beside = { name, problems, hint };
  return (
    <fieldset class="field" aria-describedby={describedBy(beside)}>
      <legend>{labelOf(question)}</legend>
      <Said {...beside} />
      <div class="choices">
        {question.options.map((option, index) => (
          <label class="choice">
            <input
              type="checkbox"
              id={index === 0 ? name : undefined}
              name={name}
              value={option}
              checked={given.includes(option)}
            />
            <span>{option}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function TickField({ asked, problems }: QuestionFieldProps): JSX.Element {
  const { name, question, given } = asked;
  const beside = { name, problems };
  return (
    <div class="field">
      <label class="choice">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={given.some((text) => /^(?:yes|true|on|1)$/i.test(text))}
          required={question.required}
          {...tiedTo(beside)}
        />
        <span>{question.label}</span>
      </label>
      <Said {...beside} />
    </div>
  );
}

/** A question as a field of the form, whatever its kind. */
export function QuestionField(props: QuestionFieldProps): JSX.Element {
  const { name, question, given } = props.asked;
  const { kind, required } = question;
  if (kind === 'select') return <SelectField {...props} />;
  if (kind === 'multi-select') return <ChoicesField {...props} />;
  if (kind === 'checkbox') return <TickField {...props} />;
  const { hint, ...field }: { kind: FieldKind; autocomplete?: 'tel'; hint?: 'page:phoneHint' } =
    FIELDS[kind];
  return (
    <Field
      {...{ ...field, name, required, problems: props.problems }}
      label={labelOf(question)}
      hint={hint && say(hint)}
      value={given[0] ?? ''}
      maxLength={LONGEST[kind]}
    />
  );
}
