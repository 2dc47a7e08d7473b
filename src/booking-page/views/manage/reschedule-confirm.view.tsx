import type { JSX } from 'preact';
import { meetingWith } from '../../../language/meeting-words.js';
import { say } from '../../../language/say.js';
import type { Meeting } from '../site/about.view.js';
import { sentAlong } from '../carried-query.js';
import type { FieldProblem } from '../field.view.js';
import { HiddenFields } from '../form.view.js';
import { Icon } from '../icon.view.js';
import { Layout, type Shell } from '../layout.view.js';
import { Notice } from '../notice.view.js';
import { rescheduleLinks, reschedulePath, type BookingPlace } from '../page-links.js';
import {
  dateOf,
  instantText,
  whenWords,
  type ClockFace,
  type Slot,
} from '../../../language/time-words.js';
import { ProblemSummary } from '../problem-summary.view.js';
import { Reason, type ReasonRule } from './reason.view.js';

export interface RescheduleConfirmPage {
  readonly shell: Shell;
  readonly meeting: Meeting;
  readonly place: BookingPlace;
  readonly from: Slot;
  readonly to: Slot;
  readonly face: ClockFace;
  /** The old time stands until the host confirms the new one. */
  readonly asks?: boolean | undefined;
  /** Of the booking as shown: a move asked from an older page is noticed. */
  readonly sequence: number;
  /** A reason is asked for only where it has to be given. */
  readonly rule: ReasonRule;
  /** What was typed before and sent back. */
  readonly reason?: string;
  readonly problems?: readonly FieldProblem[];
}

interface StandProps {
  /** The time that would be given up is shown quieter. */
  readonly given?: 'up' | undefined;
  readonly label: string;
  readonly slot: Slot;
  readonly face: ClockFace;
}

function Stand({ given, label, slot, face }: StandProps): JSX.Element {
  const { day, time, zone } = whenWords(slot, face);
  return (
    <div class={given && 'instead'}>
      <dt>{label}</dt>
      <dd>
        <strong>{day}</strong>
        <strong>{time}</strong>
        <span class="soft">{zone}</span>
      </dd>
    </div>
  );
}

/** Asks before a meeting moves; the button's POST acts. */
export function RescheduleConfirmView(page: RescheduleConfirmPage): JSX.Element {
  const { shell, meeting, place, from, to, face, sequence, asks = false, problems = [] } = page;
  const subject = meetingWith(meeting.title, meeting.hostName);
  const hidden = {
    ...sentAlong(place.carried),
    t: place.token,
    start: instantText(to.start),
    tz: face.zone,
    sequence: String(sequence),
  };
  const back = rescheduleLinks(place).day(dateOf(to.start, face.zone));
  return (
    <Layout shell={shell} head={{ title: say('page:moveTitle', { subject }) }}>
      <main class="one">
        <section class="booking">
          {problems.length > 0 && <ProblemSummary problems={problems} />}
          <header>
            <span class="badge">
              <Icon name="moved" />
            </span>
            <div>
              <p class="state">{subject}</p>
              <h1>{say('page:moveQuestion')}</h1>
            </div>
          </header>
          <dl>
            <Stand label={say('page:moveTo')} slot={to} face={face} />
            <Stand given="up" label={say('page:moveFrom')} slot={from} face={face} />
          </dl>
          {asks && <Notice tone="note">{say('page:moveAsks', { host: meeting.hostName })}</Notice>}
          <form method="post" action={reschedulePath(place)}>
            <HiddenFields fields={hidden} />
            {page.rule === 'required' && (
              <Reason
                rule={page.rule}
                hostName={meeting.hostName}
                typed={page.reason ?? ''}
                problems={problems}
              />
            )}
            <div class="actions">
              <button class="primary">{say(asks ? 'page:moveAsk' : 'page:moveNow')}</button>
              <a class="quiet" href={back}>
                {say('page:otherTime')}
              </a>
            </div>
          </form>
        </section>
      </main>
    </Layout>
  );
}
