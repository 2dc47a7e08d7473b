import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import { fullDayName, monthName, weekdayNames } from '../../../language/day-words.js';
import { Icon } from '../icon.view.js';
import { monthWeeks } from './month-weeks.js';
import type { PickerLinks } from '../page-links.js';

export interface FreeDay {
  /** 'YYYY-MM-DD' in the zone shown. */
  readonly date: string;
  /** How many times are free, at least 1. */
  readonly times: number;
}

export interface MonthDays {
  /** 'YYYY-MM' */
  readonly month: string;
  /** The present date in the zone shown. */
  readonly today: string;
  /** Days of the month that have times. */
  readonly days: readonly FreeDay[];
  /** Neighbours that may have times, 'YYYY-MM'; no link without. */
  readonly previousMonth?: string | undefined;
  readonly nextMonth?: string | undefined;
  /** ISO weekday that a week starts with, 1 = Monday … 7 = Sunday [1]. */
  readonly weekStartsOn?: number | undefined;
}

interface MonthGridProps {
  readonly shown: MonthDays;
  readonly chosenDate?: string | undefined;
  readonly links: PickerLinks;
}

interface TurnProps {
  readonly to: string | undefined;
  readonly way: 'back' | 'onward';
  readonly links: PickerLinks;
}

function Turn({ to, way, links }: TurnProps): JSX.Element {
  if (!to) return <span class="turn" />;
  const month = monthName(to);
  const label =
    way === 'back' ? say('page:previousMonth', { month }) : say('page:nextMonth', { month });
  return (
    <a
      class="turn"
      href={links.month(to)}
      aria-label={label}
      rel={way === 'back' ? 'prev' : 'next'}
    >
      <Icon name={way} />
    </a>
  );
}

interface DayProps {
  readonly date: string;
  readonly times: number;
  readonly today: boolean;
  readonly chosen: boolean;
  readonly links: PickerLinks;
}

function Day({ date, times, today, chosen, links }: DayProps): JSX.Element {
  const number = Number(date.slice(8));
  const name = today ? 'today' : undefined;
  if (times === 0)
    return (
      <span class={name}>
        {number}
        <span class="unseen"> {today ? say('page:todayWithout') : say('page:dayWithout')}</span>
      </span>
    );
  const day = fullDayName(date);
  return (
    <a
      class={name}
      href={links.day(date)}
      aria-label={say(today ? 'page:todayFree' : 'page:dayFree', { day, count: times })}
      aria-current={chosen ? 'date' : undefined}
    >
      {number}
    </a>
  );
}

function Weekdays({ first }: { readonly first: number }): JSX.Element {
  return (
    <thead>
      <tr>
        {weekdayNames(first).map(({ short, long }) => (
          <th scope="col">
            <span aria-hidden="true">{short}</span>
            <span class="unseen">{long}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A month as a plain table whose free days are ordinary links. */
export function MonthGrid({ shown, chosenDate, links }: MonthGridProps): JSX.Element {
  const first = shown.weekStartsOn ?? 1;
  const times = new Map(shown.days.map((day) => [day.date, day.times]));
  return (
    <>
      <div class="turns-month">
        <h2 id="month">{monthName(shown.month)}</h2>
        <Turn to={shown.previousMonth} way="back" links={links} />
        <Turn to={shown.nextMonth} way="onward" links={links} />
      </div>
      <table aria-labelledby="month">
        <Weekdays first={first} />
        <tbody>
          {monthWeeks(shown.month, first).map((week) => (
            <tr>
              {week.map((date) => (
                <td>
                  {date && (
                    <Day
                      date={date}
                      times={times.get(date) ?? 0}
                      today={date === shown.today}
                      chosen={date === chosenDate}
                      links={links}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
