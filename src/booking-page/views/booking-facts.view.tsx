import type { ComponentChildren, JSX } from 'preact';
import { meetingWith } from '../../language/meeting-words.js';
import { say } from '../../language/say.js';
import type { MailStanding } from '../../notifications/mail/mail-standing.js';
import { type Meeting, Place } from './site/about.view.js';
import { Icon, type IconName } from './icon.view.js';
import { LinkedText } from './linked-text.view.js';
import { firstNameOf } from './name-words.js';
import type { BookingPlace } from './page-links.js';
import { whenWords, zoneName, type ClockFace, type Slot } from '../../language/time-words.js';

export type BookingState =
  'requested' | 'booked' | 'moved' | 'cancelled' | 'declined' | 'expired' | 'over';

/** What there is to read about a booking, wherever it is shown. */
export interface BookingFacts {
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
  /** What the host tells whoever has booked. */
  readonly afterText?: string | undefined;
  /** What became of the latest mail to the attendee. */
  readonly mail: MailStanding;
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
export const LOOKS = {
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
function HostTime({ slot, face, hostZone, meeting }: BookingFacts): JSX.Element | null {
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

/** When, who, where, and what was answered. */
export function FactList(page: BookingFacts): JSX.Element {
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

/** The host's words to whoever has booked, and an entry in a calendar, wait for the host's answer. */
export const takesPlace = (state: BookingState): boolean => state === 'booked' || state === 'moved';

export const stands = (state: BookingState): boolean => state === 'requested' || takesPlace(state);

/** `Booked: Intro call with Ada`, for the title of a page. */
export const titleOf = ({ state, meeting }: BookingFacts): string =>
  say('page:stateOf', { state: stateWords(state), subject: subjectOf(meeting) });

const stateWords = (state: BookingState): string => say(STATES[state].words);

const subjectOf = ({ title, hostName }: Meeting): string => meetingWith(title, hostName);

/** What has become of which meeting. */
export function StateHeader({ state, meeting }: BookingFacts): JSX.Element {
  return (
    <header>
      <span class="badge">
        <Icon name={STATES[state].icon} />
      </span>
      <div>
        <p class="state">{stateWords(state)}</p>
        <h1>{subjectOf(meeting)}</h1>
      </div>
    </header>
  );
}

/** What the host tells whoever has booked, once the meeting stands. */
export function AfterText({ afterText, state }: BookingFacts): JSX.Element | null {
  if (!afterText || !takesPlace(state)) return null;
  return (
    <p class="after">
      <LinkedText text={afterText} />
    </p>
  );
}
