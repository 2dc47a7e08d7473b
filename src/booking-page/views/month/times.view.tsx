import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import { dayParts, type PartName } from './day-parts.js';
import { dayName } from '../../../language/day-words.js';
import { HiddenFields } from '../form.view.js';
import type { PickerLinks } from '../page-links.js';
import {
  instantText,
  offsetOf,
  timeOf,
  type ClockFace,
  type Slot,
} from '../../../language/time-words.js';

export interface ChosenDay {
  /** 'YYYY-MM-DD' in the zone shown. */
  readonly date: string;
  /** The day's free times, ascending; none when somebody asked for a day without. */
  readonly slots: readonly Slot[];
}

interface DayTimesProps {
  readonly chosen: ChosenDay;
  readonly face: ClockFace;
  readonly links: PickerLinks;
}

const PART_WORDS = {
  morning: 'page:morning',
  afternoon: 'page:afternoon',
  evening: 'page:evening',
} as const satisfies Record<PartName, string>;

/** On a day whose clocks change, 01:30 may come twice: then every time names its offset. */
function offsetsDiffer(slots: readonly Slot[], zone: string): boolean {
  const [first, last] = [slots.at(0), slots.at(-1)];
  if (!first || !last) return false;
  return offsetOf(first.start, zone) !== offsetOf(last.end, zone);
}

interface TimeChoiceProps {
  readonly slot: Slot;
  readonly day: string;
  readonly face: ClockFace;
  readonly offset: boolean;
  readonly links: PickerLinks;
}

/** A button where choosing a time does something, else a link. */
function TimeChoice({ slot, day, face, offset, links }: TimeChoiceProps): JSX.Element {
  const spoken = (at: number): string =>
    offset ? `${timeOf(at, face)} ${offsetOf(at, face.zone)}` : timeOf(at, face);
  const label = say('page:timeLabel', { start: spoken(slot.start), end: spoken(slot.end), day });
  const words = (
    <>
      {timeOf(slot.start, face)}
      {offset && <small> {offsetOf(slot.start, face.zone)}</small>}
    </>
  );
  return links.timeForm ? (
    <button name="start" value={instantText(slot.start)} aria-label={label}>
      {words}
    </button>
  ) : (
    <a href={links.time(slot.start)} rel="nofollow" aria-label={label}>
      {words}
    </a>
  );
}

/** A day's times by morning, afternoon and evening. */
function Times({ chosen, face, links }: DayTimesProps): JSX.Element {
  const day = dayName(chosen.date);
  const offset = offsetsDiffer(chosen.slots, face.zone);
  return (
    <>
      {dayParts(chosen.slots, face.zone).map(({ name, slots }) => (
        <>
          <h3>{say(PART_WORDS[name])}</h3>
          <ul class="times">
            {slots.map((slot) => (
              <li>
                <TimeChoice {...{ slot, day, face, offset, links }} />
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  );
}

/** The times to choose from, in a form where choosing one does something. */
export function DayTimes(props: DayTimesProps): JSX.Element {
  const { timeForm } = props.links;
  if (!timeForm) return <Times {...props} />;
  return (
    <form method="post" action={timeForm.action} data-holds={timeForm.holds}>
      <HiddenFields fields={timeForm.hidden} />
      <Times {...props} />
    </form>
  );
}
