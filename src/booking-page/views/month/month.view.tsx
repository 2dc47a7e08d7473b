import type { JSX } from 'preact';
import { meetingWith } from '../../../language/meeting-words.js';
import { say } from '../../../language/say.js';
import { zoneName } from '../../../language/time-words.js';
import { About, type Meeting } from '../site/about.view.js';
import { durationWords } from '../duration-words.js';
import { Layout, type Shell, type Told } from '../layout.view.js';
import { Notice } from '../notice.view.js';
import { calendarLinks, durationLink, inZone, type CalendarPlace } from '../page-links.js';
import { PickerColumns, type Picker } from './picker.view.js';

export interface MonthPage {
  readonly shell: Shell;
  readonly meeting: Meeting;
  readonly place: CalendarPlace;
  readonly picker: Picker;
  /** The lengths among which the attendee picks; one alone is no choice. */
  readonly durations?: readonly number[];
  /** The address works on this machine alone; told only to a reader on this machine. */
  readonly onlyThisMachine?: boolean | undefined;
  /** See `calendarLinks`; left out where something is held already. */
  readonly pageHold?: string | undefined;
  /** Somebody chose the day whose times are shown. */
  readonly isDayChosen?: boolean | undefined;
}

function previewOf({ meeting, picker }: MonthPage): string {
  const facts = say('page:preview', {
    duration: durationWords(meeting.durationMinutes),
    zone: zoneName(picker.zone.name),
  });
  return [facts, meeting.description].filter(Boolean).join(' ');
}

/** The lengths that are offered, the chosen one as plain text and the others as links. */
function Lengths({ meeting, place, picker, durations = [] }: MonthPage): JSX.Element {
  const { chosen, month, zone } = picker;
  const shown = chosen ? { date: chosen.date } : { month };
  const pinned = inZone(place, zone.name);
  return (
    <span class="lengths" role="group" aria-label={say('page:chooseLength')}>
      {durations.map((minutes) =>
        minutes === meeting.durationMinutes ? (
          <strong>{durationWords(minutes)}</strong>
        ) : (
          <a class="action" href={durationLink(pinned, minutes, shown)}>
            {durationWords(minutes)}
          </a>
        ),
      )}
    </span>
  );
}

const daySelected = ({ chosen }: Picker): Told | undefined =>
  chosen && { event: 'date-selected', start: chosen.date };

/** The booking page: what the meeting is, a month of days, and the times of one day. */
export function MonthView(page: MonthPage): JSX.Element {
  const { shell, meeting, place, picker } = page;
  const isChoice = (page.durations?.length ?? 0) > 1;
  const head = {
    title: meetingWith(meeting.title, meeting.hostName),
    shared: { description: previewOf(page) },
    told: page.isDayChosen ? daySelected(picker) : undefined,
  };
  return (
    <Layout shell={shell} head={head}>
      <main class="three">
        {page.onlyThisMachine && <Notice tone="caution">{say('page:onlyThisMachine')}</Notice>}
        <About meeting={meeting} lengths={isChoice ? <Lengths {...page} /> : undefined} />
        <PickerColumns
          picker={picker}
          hostName={meeting.hostName}
          links={calendarLinks(inZone(place, picker.zone.name), page.pageHold)}
        />
      </main>
    </Layout>
  );
}
