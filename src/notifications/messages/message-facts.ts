import type { Interval } from '../../slots/interval.js';
import type { MessageKind } from './message-kind.js';

/** What a message about a booking is made of, whoever reads it. Times are epoch milliseconds. */
export interface MessageFacts extends Interval {
  readonly kind: MessageKind;
  /** Who made the change: `attendee`, `host`, or nobody, when time ran out. */
  readonly actor: string;
  readonly uid: string;
  readonly title: string;
  readonly hostName: string;
  /** Who hosted before, when the change is that somebody else does. */
  readonly formerHost: string | null;
  readonly attendeeName: string;
  readonly attendeeEmail: string | null;
  /** The time that the reader knew, when another one holds now. */
  readonly former: Interval | null;
  /** IANA names. */
  readonly hostTimeZone: string;
  readonly attendeeTimeZone: string;
  /** Where it takes place, in words: for the attendee and guests, and for the host. */
  readonly location: string | null;
  readonly hostLocation: string | null;
  /** Something happened before, and this reader has had no mail about the booking at all. */
  readonly isFirstHeard: boolean;
  readonly reason: string | null;
  /** What the host tells whoever has booked; null when they set no text. */
  readonly afterText: string | null;
  readonly notes: string;
  /** What the attendee answered to the host's questions; for the host alone. */
  readonly answers: readonly { readonly label: string; readonly text: string }[];
  /** Addresses of those who come along. */
  readonly guests: readonly string[];
  /** Until when somebody is to answer what this asks; null when it asks nothing, or no more. */
  readonly answerBy: number | null;
  /** The starts that were asked for or offered. */
  readonly askedStarts: readonly number[];
  /** The attendee had asked for the time to which the host moved it. */
  readonly isAsked: boolean;
  /** The attendee took one of the times that the host had proposed. */
  readonly isPicked: boolean;
  /** The attendee's own link; null when it opens no more. */
  readonly manageUrl: string | null;
  /** The calendar's page, for another booking; null when it takes none. */
  readonly calendarUrl: string | null;
}
