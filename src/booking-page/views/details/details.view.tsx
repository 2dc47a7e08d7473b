import type { JSX } from 'preact';
import { meetingWith } from '../../../language/meeting-words.js';
import { say } from '../../../language/say.js';
import { About, Fact, type Meeting } from '../site/about.view.js';
import { sentAlong } from '../carried-query.js';
import { DetailsFields, type FilledIn } from './details-fields.view.js';
import { HiddenFields } from '../form.view.js';
import { Layout, type Shell, type Told } from '../layout.view.js';
import { Outward } from '../outward.view.js';
import { OtherTimes, refusalWords, type Replacement } from '../manage/other-times.view.js';
import {
  bookingsPath,
  dayLink,
  holdsOf,
  inZone,
  keepHoldPath,
  type CalendarPlace,
} from '../page-links.js';
import { ProblemSummary } from '../problem-summary.view.js';
import {
  dateOf,
  instantText,
  whenWords,
  type ClockFace,
  type Slot,
} from '../../../language/time-words.js';

export interface DetailsPage extends FilledIn {
  readonly shell: Shell;
  readonly meeting: Meeting;
  readonly place: CalendarPlace;
  readonly chosen: Slot;
  readonly face: ClockFace;
  /** Sent along, so that a form sent twice books once; a fresh one for each page shown. */
  readonly idempotencyKey: string;
  /** The name of the hold on the chosen time, if there is one. */
  readonly hold?: string | undefined;
  /** The chosen time cannot be had any more: the nearest others are offered in its place. */
  readonly replacement?: Replacement | undefined;
}

const allTimes = ({ place, chosen, face }: DetailsPage): string =>
  dayLink(inZone(place, face.zone), dateOf(chosen.start, face.zone));

function titleOf({ meeting, problems, replacement }: DetailsPage): string {
  const title = meetingWith(meeting.title, meeting.hostName);
  if (replacement) return `${refusalWords(replacement.reason)} · ${title}`;
  return problems.length > 0 ? say('page:problemTitle', { title }) : title;
}

function toldOf({ chosen, replacement }: DetailsPage): Told {
  if (replacement) return { event: 'error', status: `slot-${replacement.reason}` };
  const { start, end } = chosen;
  return { event: 'time-selected', start: instantText(start), end: instantText(end) };
}

function ChosenTime(page: DetailsPage): JSX.Element {
  const { day, time, zone } = whenWords(page.chosen, page.face);
  return (
    <Fact icon="day">
      <strong class={page.replacement ? 'gone' : undefined}>
        {day}
        <br />
        {time}
      </strong>
      <br />
      {zone}
      <br />
      {!page.replacement && (
        <a class="action" href={allTimes(page)}>
          {say('page:changeTime')}
        </a>
      )}
    </Fact>
  );
}

/** Without a replacement the chosen start is sent unseen; with one, the radio buttons send it. */
function hiddenFields(page: DetailsPage) {
  const { chosen, face, idempotencyKey, hold, replacement, place, asks } = page;
  const asked = asks.questions.map(({ question }) => question.id).join(',');
  return {
    ...(replacement ? {} : { start: instantText(chosen.start) }),
    tz: face.zone,
    ...sentAlong(place.carried),
    idempotencyKey,
    ...(hold === undefined ? {} : { hold }),
    // Answers are named by place; this says which question stood there.
    ...(asked === '' ? {} : { asked }),
  };
}

const Terms = ({ href }: { readonly href: string }): JSX.Element => (
  <>
    <Outward href={href} rel="noopener noreferrer nofollow">
      {say('page:terms')}
    </Outward>
    {'\u00a0· '}
  </>
);

/** What the page's script needs to hold the time for as long as somebody types. */
const keptHold = ({ hold, place }: DetailsPage) =>
  hold === undefined
    ? {}
    : { 'data-keep-hold': keepHoldPath(place), 'data-own-hold': holdsOf(place) };

/** The form in which the attendee says who they are. */
export function DetailsView(page: DetailsPage): JSX.Element {
  const { shell, meeting, place, problems, replacement, face } = page;
  return (
    <Layout shell={shell} head={{ title: titleOf(page), told: toldOf(page) }}>
      <main class="two">
        <About meeting={meeting}>
          <ChosenTime {...page} />
        </About>
        <section class="form" aria-labelledby="details">
          <form method="post" action={bookingsPath(place)} {...keptHold(page)}>
            {problems.length > 0 && <ProblemSummary problems={problems} />}
            {replacement && (
              <OtherTimes replacement={replacement} face={face} allTimes={allTimes(page)} />
            )}
            <h2 id="details">{say('page:yourDetails')}</h2>
            <HiddenFields fields={hiddenFields(page)} />
            <DetailsFields {...page} />
            <div class="submit">
              <button class="primary">
                {say(meeting.confirmation === 'host' ? 'page:ask' : 'page:book')}
              </button>
              <p>
                {say('page:whoSees', { host: meeting.hostName })}{' '}
                {page.asks.termsUrl && <Terms href={page.asks.termsUrl} />}
                <Outward href="/privacy">{say('page:privacy')}</Outward>
              </p>
            </div>
          </form>
        </section>
      </main>
    </Layout>
  );
}
