import type { JSX } from 'preact';
import { meetingWith } from '../../../language/meeting-words.js';
import { say } from '../../../language/say.js';
import type { Meeting } from '../site/about.view.js';
import { sentAlong } from '../carried-query.js';
import type { FieldProblem } from '../field.view.js';
import { HiddenFields } from '../form.view.js';
import { Icon } from '../icon.view.js';
import { Layout, type Shell } from '../layout.view.js';
import { cancelPath, manageLink, type BookingPlace } from '../page-links.js';
import { ProblemSummary } from '../problem-summary.view.js';
import { whenWords, type ClockFace, type Slot } from '../../../language/time-words.js';
import { Reason, type ReasonRule } from './reason.view.js';

export interface CancelPage {
  readonly shell: Shell;
  readonly meeting: Meeting;
  readonly place: BookingPlace;
  readonly slot: Slot;
  readonly face: ClockFace;
  /** What was typed before and sent back. */
  readonly reason: string;
  readonly rule: ReasonRule;
  readonly problems: readonly FieldProblem[];
}

function CancelForm({ place, reason, rule, problems, meeting }: CancelPage): JSX.Element {
  return (
    <form method="post" action={cancelPath(place)}>
      <HiddenFields fields={{ ...sentAlong(place.carried), t: place.token }} />
      <Reason rule={rule} hostName={meeting.hostName} typed={reason} problems={problems} />
      <div class="actions">
        <button class="primary danger">{say('page:cancelNow')}</button>
        <a class="quiet" href={manageLink(place)}>
          {say('page:keepMeeting')}
        </a>
      </div>
    </form>
  );
}

/** Asks before a meeting is cancelled; the button's POST acts. */
export function CancelView(page: CancelPage): JSX.Element {
  const { shell, meeting, problems, slot, face } = page;
  const { day, time, zone } = whenWords(slot, face);
  const subject = meetingWith(meeting.title, meeting.hostName);
  return (
    <Layout shell={shell} head={{ title: say('page:cancelTitle', { subject }) }}>
      <main class="one">
        <section class="booking asks">
          {problems.length > 0 && <ProblemSummary problems={problems} />}
          <header>
            <span class="badge">
              <Icon name="cross" />
            </span>
            <div>
              <p class="state">{subject}</p>
              <h1>{say('page:cancelQuestion')}</h1>
            </div>
          </header>
          <dl>
            <div>
              <dt>{say('page:when')}</dt>
              <dd>
                <strong>{day}</strong>
                <strong>{time}</strong>
                <span class="soft">{zone}</span>
              </dd>
            </div>
          </dl>
          <CancelForm {...page} />
        </section>
      </main>
    </Layout>
  );
}
