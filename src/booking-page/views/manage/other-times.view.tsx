import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import { dayName } from '../../../language/day-words.js';
import {
  dateOf,
  instantText,
  timeRange,
  type ClockFace,
  type Slot,
} from '../../../language/time-words.js';

/** Why the time that was asked for cannot be had. */
export type Refusal = 'taken' | 'not-offered';

export interface Replacement {
  readonly reason: Refusal;
  /** The nearest free times; none when nothing is free. */
  readonly alternatives: readonly Slot[];
}

interface OtherTimesProps {
  readonly replacement: Replacement;
  readonly face: ClockFace;
  /** All times, for somebody whom none of the nearest suits. */
  readonly allTimes: string;
}

export const refusalWords = (reason: Refusal): string =>
  reason === 'taken' ? say('page:justTaken') : say('page:notOffered');

interface ChoiceProps {
  readonly slot: Slot;
  readonly face: ClockFace;
}

/** None is chosen beforehand: Enter in a text field must not book a time nobody picked. */
function Choice({ slot, face }: ChoiceProps): JSX.Element {
  return (
    <label class="choice">
      <input type="radio" name="start" value={instantText(slot.start)} required />
      <span>
        <strong>{timeRange(slot, face)}</strong>
        <span>{dayName(dateOf(slot.start, face.zone))}</span>
      </span>
    </label>
  );
}

/** The nearest free times as part of the form, so that what was typed is sent along. */
export function OtherTimes({ replacement, face, allTimes }: OtherTimesProps): JSX.Element {
  const { reason, alternatives } = replacement;
  return (
    <fieldset class="problems caution" tabindex={-1} autofocus>
      <legend>{refusalWords(reason)}</legend>
      <p>{alternatives.length > 0 ? say('page:pickAnother') : say('page:nothingNear')}</p>
      <div class="choices">
        {alternatives.map((slot) => (
          <Choice slot={slot} face={face} />
        ))}
      </div>
      <p>
        <a class="action" href={allTimes}>
          {say('page:allTimes')}
        </a>
      </p>
    </fieldset>
  );
}
