import type { BookingStatus } from '../../../src/bookings/booking-status.js';
import { shortCode } from '../../../src/bookings/booking-uid.js';
import type { OpenQuestion } from '../../../src/bookings/other-times/open-question.js';
import type { TimeQuestion } from '../../../src/bookings/other-times/time-question.js';
import { say } from '../../../src/language/say.js';
import type { Interval } from '../../../src/slots/interval.js';
import { type Button, type Line, type Message, type PersonPart, time } from '../message.js';
import { phrase } from '../phrase.js';
import { meetingTime } from './meeting-time.js';
import { askButtons, questionLines, requestLines, timeQuestionLines } from './waiting.card.js';

/** Where its time lies, seen from now. */
export type Phase = 'ahead' | 'running' | 'over';

/** What a card about a booking shows. Times are epoch milliseconds. */
export interface BookingCardFacts {
  readonly uid: string;
  /** The change that it shows. */
  readonly sequence: number;
  readonly title: string;
  readonly status: BookingStatus;
  readonly start: number;
  readonly end: number;
  readonly phase: Phase;
  /** The start before the latest move. */
  readonly movedFrom: number | null;
  /** The host's zone, for readers whose own is unknown. */
  readonly timeZone: string;
  /** Where they meet, with the number or the place that the attendee named; null when none was set. */
  readonly place: string | null;
  /** The same without the number. */
  readonly announcedPlace: string | null;
  /** The same, as far as everybody may know. */
  readonly placeForAll: string | null;
  /** Whether they meet under a link. */
  readonly isOnline: boolean;
  readonly attendeeName: string;
  /** Whoever booked in chat, as far as readers may know; null of a booking made elsewhere. */
  readonly booker: PersonPart | null;
  readonly hostName: string;
  readonly cancelledBy: string | null;
  readonly cancelReason: string | null;
  /** Of a request: when it runs out. */
  readonly answerBy: number | null;
  /** Other times that are held for it. */
  readonly question: OpenQuestion | null;
  /** What the host has left the attendee to say about the present time. */
  readonly timeQuestion: TimeQuestion | null;
  /** The latest that happened: the attendee says that the present time suits them. */
  readonly isKept: boolean;
  /** The host's meetings next to it on the same day. */
  readonly neighbours: {
    readonly before: Interval | null;
    readonly after: Interval | null;
  };
  /** The delegate who made the latest change in the host's name. */
  readonly actedBy: string | null;
}

/** What else is known of an attendee: for channels whose host wants everything in them. */
export interface AttendeeContact {
  readonly email: string | null;
  readonly notes: string;
  readonly answers: readonly { readonly label: string; readonly text: string }[];
}

/** What the readers of a card may, or have to, be told besides. */
interface Besides {
  readonly contact?: AttendeeContact | null;
  /** Whether it stands where the bookings of several hosts may be told. */
  readonly isShared?: boolean;
}

/** The living alert of a booking, as it stands now. */
export function bookingCard(
  facts: BookingCardFacts,
  { contact = null, isShared = false }: Besides = {},
): Message {
  return {
    title: cardTitle(facts),
    lines: [
      whoLine(facts),
      ...whenLines(facts),
      ...(facts.place === null ? [] : [[say('cards:place', { place: facts.place })]]),
      ...contactLines(contact),
      ...requestLines(facts),
      ...questionLines(facts),
      ...timeQuestionLines(facts),
      ...reasonLines(facts.cancelReason),
      ...delegateLines(facts),
      [
        say('cards:code', { code: shortCode(facts.uid) }),
        ...(isShared ? [say('cards:forHost', { host: facts.hostName })] : []),
      ],
    ],
    buttons: buttonsOf(facts),
  };
}

/** What is left for whoever was its host. */
export const handedCard = (facts: BookingCardFacts): Message => ({
  title: say('cards:handed.title'),
  lines: [
    whoLine(facts),
    ...whenLines(facts),
    [say('cards:handed.text', { host: facts.hostName })],
  ],
  buttons: [],
});

/** What they typed as their name need not be what they are called in chat. */
function whoLine({ attendeeName, booker, title }: BookingCardFacts): Line {
  if (booker === null) return [say('cards:who', { attendee: attendeeName, title })];
  if (booker.name === attendeeName) {
    return phrase((who) => say('cards:who', { attendee: who(booker), title }));
  }
  return phrase((who) => {
    const attendee = say('cards:nameOf', { attendee: attendeeName, person: who(booker) });
    return say('cards:who', { attendee, title });
  });
}

function contactLines(contact: AttendeeContact | null): Line[] {
  if (!contact) return [];
  const { email, notes, answers } = contact;
  return [
    ...(email === null ? [] : [[say('cards:email', { email })]]),
    ...answers.map((answer): Line => [say('cards:answer', answer)]),
    ...(notes === '' ? [] : [[say('cards:notes', { notes })]]),
  ];
}

export const reasonLines = (reason: string | null): Line[] =>
  reason ? [[say('cards:reason', { reason })]] : [];

type Ended = Pick<BookingCardFacts, 'cancelledBy' | 'attendeeName' | 'hostName' | 'actedBy'>;
type Acting = Pick<BookingCardFacts, 'hostName' | 'actedBy'>;

export function cancelledTitle(facts: Ended): string {
  const who = facts.cancelledBy === 'host' ? actingHost(facts) : facts.attendeeName;
  return say('cards:cancelledBy', { who });
}

/** `Ada`, or `Eve for Ada`. */
export function actingHost({ actedBy, hostName }: Acting): string {
  return actedBy === null
    ? hostName
    : say('cards:delegateFor', { delegate: actedBy, host: hostName });
}

/** A cancelled card names the delegate in its title. */
export function delegateLines(facts: BookingCardFacts): Line[] {
  const isSaid = facts.actedBy === null || facts.status === 'cancelled';
  return isSaid ? [] : [[say('cards:changedBy', { who: actingHost(facts) })]];
}

export function cardTitle(facts: BookingCardFacts): string {
  const { status, question, movedFrom, phase } = facts;
  if (status === 'cancelled') return cancelledTitle(facts);
  if (status === 'confirmed' && phase !== 'ahead') return say(`cards:phase.${phase}`);
  if (status === 'confirmed' && question) return say(`cards:asks.${question.kind}`);
  if (status === 'confirmed' && isAskedToMove(facts)) return say('cards:asks.time');
  if (status === 'confirmed' && movedFrom !== null) return say('cards:moved');
  return say(`cards:status.${status}`);
}

const isAskedToMove = ({ timeQuestion }: BookingCardFacts): boolean =>
  timeQuestion === 'asked-to-move';

export function whenLines(facts: BookingCardFacts): Line[] {
  const former = (start: number): Line => [{ ...time(start, facts.timeZone), isFormer: true }];
  if (isOff(facts)) return [former(facts.start)];
  const now = meetingTime(facts, facts.timeZone);
  if (facts.movedFrom === null || facts.movedFrom === facts.start) return [now];
  return [former(facts.movedFrom), now];
}

const isOff = ({ status }: BookingCardFacts): boolean =>
  status === 'cancelled' || status === 'declined' || status === 'expired';

function buttonsOf(facts: BookingCardFacts): Button[] {
  const { uid, status, question, phase } = facts;
  if (status === 'showed') return [markButton(uid, 'no-show')];
  if (status === 'no_show') return [markButton(uid, 'showed')];
  if (status !== 'confirmed' && status !== 'pending') return [];
  if (status === 'confirmed' && phase !== 'ahead') return begunButtons(facts);
  const isAsked = status === 'pending' || question?.kind === 'move';
  return isAsked ? askButtons(facts) : openButtons(facts);
}

const markButton = (subject: string, verb: 'showed' | 'no-show'): Button => ({
  ...{ verb, subject, label: say(`cards:${verb}`) },
});

const joinButtons = ({ uid, isOnline, phase }: BookingCardFacts): Button[] => {
  const label = say('cards:join');
  return isOnline && phase !== 'over'
    ? [{ verb: 'join', subject: uid, label, look: 'primary' }]
    : [];
};

const begunButtons = (facts: BookingCardFacts): Button[] => [
  ...joinButtons(facts),
  markButton(facts.uid, 'showed'),
  markButton(facts.uid, 'no-show'),
];

function openButtons(facts: BookingCardFacts): Button[] {
  const { uid } = facts;
  return [
    ...joinButtons(facts),
    { verb: 'reschedule', subject: uid, label: say('cards:reschedule') },
    { verb: 'cancel', subject: uid, label: say('cards:cancel'), look: 'danger' },
  ];
}
