import { say } from '../../language/say.js';
import type { Weekday } from '../../slots/wall-clock.js';

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const SPELLINGS: readonly (readonly [RegExp, readonly Weekday[]])[] = [
  [/^(?:mo|mon|mondays?)$/, [1]],
  [/^(?:tu|tue|tues|tuesdays?)$/, [2]],
  [/^(?:we|wed|weds|wednesdays?)$/, [3]],
  [/^(?:th|thu|thur|thurs|thursdays?)$/, [4]],
  [/^(?:fr|fri|fridays?)$/, [5]],
  [/^(?:sa|sat|saturdays?)$/, [6]],
  [/^(?:su|sun|sundays?)$/, [7]],
  [/^(?:weekdays?|workdays?)$/, [1, 2, 3, 4, 5]],
  [/^weekends?$/, [6, 7]],
  [/^(?:daily|everyday)$/, WEEKDAYS],
];

/** One spelling of each name that has to be typed right, for whoever mistypes it. */
export const WEEKDAY_WORDS: readonly string[] = [
  ...['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['weekdays', 'weekend', 'daily'],
];

/** The days a lower-case word names; null when it names none. */
export function weekdaysNamed(word: string): readonly Weekday[] | null {
  return SPELLINGS.find(([spelling]) => spelling.test(word))?.[1] ?? null;
}

/** From one weekday to another, over the end of the week when the second comes first. */
export function weekdayRange(first: Weekday, last: Weekday): readonly Weekday[] {
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => WEEKDAYS[(first - 1 + index) % 7] ?? first);
}

/** `Mon–Fri`, `Mon, Wed`, `Sat–Sun`; `weekdays` ascending. */
export function describeWeekdays(weekdays: readonly Weekday[]): string {
  return consecutive(weekdays)
    .map(({ first, last }) =>
      first === last ? shortName(first) : `${shortName(first)}–${shortName(last)}`,
    )
    .join(', ');
}

const SHORT_NAMES = {
  1: 'words:weekday.mon',
  2: 'words:weekday.tue',
  3: 'words:weekday.wed',
  4: 'words:weekday.thu',
  5: 'words:weekday.fri',
  6: 'words:weekday.sat',
  7: 'words:weekday.sun',
} as const;

const shortName = (weekday: Weekday): string => say(SHORT_NAMES[weekday]);

interface Run {
  readonly first: Weekday;
  readonly last: Weekday;
}

function consecutive(weekdays: readonly Weekday[]): readonly Run[] {
  return weekdays.reduce<readonly Run[]>((runs, weekday) => {
    const previous = runs.at(-1);
    return previous?.last === weekday - 1
      ? [...runs.slice(0, -1), { first: previous.first, last: weekday }]
      : [...runs, { first: weekday, last: weekday }];
  }, []);
}
