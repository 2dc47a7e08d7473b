import type { JSX } from 'preact';
import { meetingWith } from '../../../language/meeting-words.js';
import { say } from '../../../language/say.js';
import { About, Fact, type Meeting } from '../site/about.view.js';
import { dayName } from '../../../language/day-words.js';
import { Layout, type Shell } from '../layout.view.js';
import { Notice } from '../notice.view.js';
import { refusalWords, type Replacement } from './other-times.view.js';
import { inZone, manageLink, rescheduleLinks, type BookingPlace } from '../page-links.js';
import { PickerColumns, type Picker } from '../month/picker.view.js';
import {
  dateOf,
  timeRange,
  whenWords,
  type ClockFace,
  type Slot,
} from '../../../language/time-words.js';

export interface ReschedulePage {
  readonly shell: Shell;
  readonly meeting: Meeting;
  readonly place: BookingPlace;
  readonly picker: Picker;
  /** When the meeting stands now. */
  readonly current: Slot;
  /** The time that was chosen cannot be had: said above, with the nearest others as links. */
  readonly replacement?: Replacement | undefined;
  /** Somebody moved the meeting since the page was opened; nothing was changed now. */
  readonly movedMeanwhile?: boolean | undefined;
}

interface NearestProps {
  readonly page: ReschedulePage;
  readonly face: ClockFace;
  readonly replacement: Replacement;
}

function Nearest({ page, face, replacement }: NearestProps): JSX.Element {
  const links = rescheduleLinks(inZone(page.place, face.zone));
  return (
    <Notice tone="caution">
      <p>
        <strong>{refusalWords(replacement.reason)}</strong>{' '}
        {replacement.alternatives.length > 0 ? say('page:nearest') : say('page:nothingNear')}
      </p>
      <ul class="nearest">
        {replacement.alternatives.map((slot) => (
          <li>
            <a class="action" href={links.time(slot.start)}>
              {dayName(dateOf(slot.start, face.zone))},{' '}
              <span class="whole">{timeRange(slot, face)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function CurrentTime({ page, face }: Pick<NearestProps, 'page' | 'face'>): JSX.Element {
  const { day, time } = whenWords(page.current, face);
  return (
    <Fact icon="day">
      {say('page:nowAt')}
      <br />
      <strong>
        {day}
        <br />
        {time}
      </strong>
      <br />
      <a class="action" href={manageLink(page.place)}>
        {say('page:keepTime')}
      </a>
    </Fact>
  );
}

/** The month and times again, to move a meeting; choosing a time asks before anything changes. */
export function RescheduleView(page: ReschedulePage): JSX.Element {
  const { shell, meeting, place, picker, replacement } = page;
  const face = { zone: picker.zone.name, hourCycle: picker.hourCycle };
  const title = say('page:movingTitle', { meeting: meetingWith(meeting.title, meeting.hostName) });
  return (
    <Layout shell={shell} head={{ title }}>
      <main class="three">
        {!page.movedMeanwhile && !replacement && (
          <Notice tone="note" icon="moved">
            {say('page:chooseNewTime')}
          </Notice>
        )}
        {page.movedMeanwhile && <Notice tone="caution">{say('page:movedMeanwhile')}</Notice>}
        {replacement && <Nearest page={page} face={face} replacement={replacement} />}
        <About meeting={meeting}>
          <CurrentTime page={page} face={face} />
        </About>
        <PickerColumns
          picker={picker}
          hostName={meeting.hostName}
          links={rescheduleLinks(inZone(place, face.zone))}
        />
      </main>
    </Layout>
  );
}
