import type { JSX } from 'preact';
import { labelled } from '../../calendars/questions/answer-words.js';
import { say } from '../../language/say.js';
import type { FieldProblem } from './field.view.js';
import { shorten } from './shorten.js';

/** A consent may be a paragraph; here it is only named. */
const LONGEST_LABEL = 60;

/** What is wrong with a form, at its top and reached first; each line leads to its field. */
export function ProblemSummary({
  problems,
}: {
  readonly problems: readonly FieldProblem[];
}): JSX.Element {
  return (
    <div class="problems" role="alert" tabindex={-1} autofocus>
      <h2>{say('page:problems', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ field, label, message }) => (
          <li>
            <a href={`#${field}`}>
              {label ? labelled(shorten(label, LONGEST_LABEL), message) : message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
