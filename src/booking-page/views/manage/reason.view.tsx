import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import { Field, type FieldProblem } from '../field.view.js';

/** Whether the calendar asks why. */
export type ReasonRule = 'none' | 'optional' | 'required';

const LONGEST_REASON = 2000;

export interface ReasonProps {
  readonly rule: ReasonRule;
  readonly hostName: string;
  /** What was typed before and sent back. */
  readonly typed: string;
  readonly problems: readonly FieldProblem[];
}

/** The field in which attendees say why they change a meeting. */
export function Reason({ rule, hostName, typed, problems }: ReasonProps): JSX.Element | null {
  if (rule === 'none') return null;
  return (
    <Field
      name="reason"
      label={rule === 'required' ? say('page:reasonRequired') : say('page:reason')}
      hint={say('page:reasonHint', { host: hostName })}
      value={typed}
      maxLength={LONGEST_REASON}
      required={rule === 'required'}
      kind="long"
      problems={problems}
    />
  );
}
