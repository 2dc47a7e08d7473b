import type { ComponentChildren, JSX } from 'preact';
import type { TimeQuestion } from '../../bookings/other-times/time-question.js';
import { say } from '../../language/say.js';
import { type Meeting, Place } from './about.view.js';
import { LinkedText } from './linked-text.view.js';
import type { MailStanding } from '../../notifications/mail/mail-standing.js';
import { Icon, type IconName } from './icon.view.js';
import { Layout, type Shell } from './layout.view.js';
import { MailNote } from './mail-note.view.js';
import { firstNameOf } from './name-words.js';
import { calendarFileLink, cancelLink, rescheduleLink, type BookingPlace } from './page-links.js';
import { whenWords, zoneName, type ClockFace, type Slot } from '../../language/time-words.js';
import { Waiting, type Question } from './waiting.view.js';

export type BookingState =
  'requested' | 'booked' | 'moved' | 'cancelled' | 'declined' | 'expired' | 'over';

export interface BookingPage {
  readonly shell: Shell;
  readonly place: BookingPlace;
  readonly meeting: Meeting;
  readonly state: BookingState;
  readonly slot: Slot;
  /** The attendee's zone and clock. */
  readonly face: ClockFace;
  /** IANA name; the host's time is shown when it differs at the start. */
  readonly hostZone: string;
  /** Only the first name is shown: whoever holds the link reads this page. */
  readonly attendeeName: string;
  /** What the attendee answered, as it was asked. */
  readonly answers?: readonly SaidAnswer[] | undefined;
  /** How many people come along. */
  readonly guests?: number | undefined;
  /** Of a request: the host answers by then, epoch milliseconds. */
  readonly answerBy?: number | undefined;
  /** Other times that are held for this meeting. */
  readonly question?: Question | undefined;
  /** The host moved it without asking or asks to move it, and the attendee has not answered. */
  readonly timeQuestion?: TimeQuestion | undefined;
  /** What the host tells whoever has booked. */
  readonly afterText?: string | undefined;
  readonly mayMove: boolean;
  readonly mayCancel: boolean;
  /** What the attendee can no longer do by themselves, a sentence each. */
  readonly tooLate?: readonly string[];
  /** What became of the latest mail to the attendee. */
  readonly mail: MailStanding;
  /** The calendar's page, for a new booking after this one was cancelled or is over. */
  readonly calendarHref?: string | undefined;
}

export interface SaidAnswer {
  readonly label: string;
  readonly text: string;
}

const STATES = {
  requested: { icon: 'clock', words: 'page:requested' },
  booked: { icon: 'check', words: 'page:booked' },
  moved: { icon: 'moved', words: 'page:moved' },
  cancelled: { icon: 'cross', words: 'page:cancelled' },
  declined: { icon: 'cross', words: 'page:declined' },
  expired: { icon: 'cross', words: 'page:expired' },
  over: { icon: 'clock', words: 'page:over' },
} as const satisfies Record<BookingState, { icon: IconName; words: string }>;

/** How each is coloured. */
const LOOKS = {
  requested: 'waiting',
  booked: 'booked',
  moved: 'moved',
  cancelled: 'cancelled',
  declined: 'cancelled',
  expired: 'cancelled',
  over: 'over',
} as const satisfies Record<BookingState, string>;

interface RowProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

function Row({ label, children }: RowProps): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where the clock on the host's wall shows something else than the attendee's. */
function HostTime({ slot, face, hostZone, meeting }: BookingPage): JSX.Element | null {
  const theirs = whenWords(slot, { ...face, zone: hostZone });
  const ours = whenWords(slot, face);
  if (theirs.time === ours.time && theirs.day === ours.day) return null;
  const day = theirs.day === ours.day ? '' : `${theirs.day}, `;
  return (
    <span class="soft">
      {day}
      {theirs.time} {say('page:forHost', { host: meeting.hostName, zone: zoneName(hostZone) })}
    </span>
  );
}

function Facts(page: BookingPage): JSX.Element {
  const { meeting, attendeeName, guests = 0, answers = [] } = page;
  const { day, time, zone } = whenWords(page.slot, page.face);
  return (
    <dl>
      <Row label={say('page:when')}>
        <strong>{day}</strong>
        <strong>{time}</strong>
        <span class="soft">{zone}</span>
        <HostTime {...page} />
      </Row>
      <Row label={say('page:who')}>
        {say('page:whoBoth', { host: meeting.hostName, attendee: firstNameOf(attendeeName) })}
        {guests > 0 && <span class="soft">{say('page:withGuests', { count: guests })}</span>}
      </Row>
      {meeting.location && (
        <Row label={say('page:where')}>
          <Place location={meeting.location} />
        </Row>
      )}
      {answers.map(({ label, text }) => (
        <Row label={label}>
          <span class="said">{text}</span>
        </Row>
      ))}
    </dl>
  );
}

function Actions(page: BookingPage): JSX.Element {
  const { place, mayMove, mayCancel, calendarHref, state, timeQuestion } = page;
  const done = !stands(state);
  // A question about its time offers the same, as answers.
  const isAsked = timeQuestion !== undefined;
  return (
    <div class="actions">
      {takesPlace(state) && (
        <a class="quiet" href={calendarFileLink(place)}>
          {say('page:addToCalendar')}
        </a>
      )}
      {mayMove && !isAsked && (
        <a class="quiet" href={rescheduleLink(place)}>
          {say('page:move')}
        </a>
      )}
      {mayCancel && !isAsked && (
        <a class="quiet danger" href={cancelLink(place)}>
          {say(state === 'requested' ? 'page:withdraw' : 'page:cancelMeeting')}
        </a>
      )}
      {done && calendarHref && (
        <a class="quiet" href={calendarHref}>
          {say('page:bookAgain')}
        </a>
      )}
    </div>
  );
}

/** The host's words to whoever has booked, and an entry in a calendar, wait for the host's answer. */
const takesPlace = (state: BookingState): boolean => state === 'booked' || state === 'moved';

const stands = (state: BookingState): boolean => state === 'requested' || takesPlace(state);

/** Confirmation and management in one page, whose address stays the same through every change. */
export function BookingView(page: BookingPage): JSX.Element {
  const { shell, meeting, state } = page;
  const { icon, words } = STATES[state];
  const subject = say('page:meetingWith', { title: meeting.title, host: meeting.hostName });
  return (
    <Layout shell={shell} head={{ title: say('page:stateOf', { state: say(words), subject }) }}>
      <main class="one">
        <section class={`booking ${LOOKS[state]}`}>
          <header>
            <span class="badge">
              <Icon name={icon} />
            </span>
            <div>
              <p class="state">{say(words)}</p>
              <h1>{subject}</h1>
            </div>
          </header>
          <Waiting {...page} />
          <Facts {...page} />
          {page.afterText && takesPlace(state) && (
            <p class="after">
              <LinkedText text={page.afterText} />
            </p>
          )}
          {stands(state) && <MailNote {...page} />}
          {stands(state) && page.tooLate?.map((sentence) => <p class="soft">{sentence}</p>)}
          <Actions {...page} />
        </section>
      </main>
    </Layout>
  );
}
