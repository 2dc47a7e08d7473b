import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import type { Query } from '../address.js';
import { dayName, fullDayName, monthName } from '../../../language/day-words.js';
import { MonthGrid, type MonthDays } from './month-grid.view.js';
import type { PickerLinks } from '../page-links.js';
import { DayTimes, type ChosenDay } from './times.view.js';
import { Zone, type ZoneFacts } from '../zone.view.js';

/** A month of days and the times of one of them, all in one zone. */
export interface Picker extends MonthDays {
  /** The day whose times are shown: the one asked for, else the next with times. */
  readonly chosen?: ChosenDay | undefined;
  readonly zone: ZoneFacts;
  readonly hourCycle: '12' | '24';
  /** The next local date with times, when the month or the chosen day has none. */
  readonly nextFree?: string | undefined;
  /** Length of a rolling booking window; a fixed or open window has none. */
  readonly windowDays?: number | undefined;
}

interface PickerProps {
  readonly picker: Picker;
  readonly hostName: string;
  readonly links: PickerLinks;
}

function Nothing({ picker, hostName, links }: PickerProps): JSX.Element {
  const { chosen, month, nextFree, windowDays } = picker;
  if (!nextFree)
    return (
      <>
        <h2>
          {windowDays ? say('page:nothingFree', { count: windowDays }) : say('page:nothingFreeNow')}
        </h2>
        <p>{say('page:nothingFreeHelp', { host: hostName })}</p>
      </>
    );
  return (
    <>
      <h2>
        {chosen
          ? say('page:dayEmpty', { day: dayName(chosen.date) })
          : say('page:monthEmpty', { month: monthName(month) })}
      </h2>
      <p>
        <a class="action" href={links.day(nextFree)}>
          {say('page:nextFree', { day: fullDayName(nextFree) })}
        </a>
      </p>
    </>
  );
}

/** The two columns in which a day and then a time are chosen. */
export function PickerColumns({ picker, hostName, links }: PickerProps): JSX.Element {
  const { chosen, zone, hourCycle } = picker;
  const face = { zone: zone.name, hourCycle };
  const kept: Query = chosen ? { date: chosen.date } : { month: picker.month };
  return (
    <>
      <section class="month" aria-label={say('page:chooseDay')}>
        <div class="stays">
          <a class="skip" href="#times">
            {say('page:skipToTimes')}
          </a>
          <MonthGrid shown={picker} chosenDate={chosen?.date} links={links} />
          <Zone zone={zone} face={face} kept={kept} links={links} />
        </div>
      </section>
      <section id="times" class="day" aria-label={say('page:chooseTime')} tabindex={-1}>
        {chosen && chosen.slots.length > 0 ? (
          <>
            <h2>{dayName(chosen.date)}</h2>
            <DayTimes chosen={chosen} face={face} links={links} />
          </>
        ) : (
          <Nothing picker={picker} hostName={hostName} links={links} />
        )}
      </section>
    </>
  );
}
