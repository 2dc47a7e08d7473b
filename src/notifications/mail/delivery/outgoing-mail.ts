import type { CalendarPart } from '../../ics/calendar-part.js';

/** One mail to one person, complete but for the sender's address. */
export interface OutgoingMail {
  /** Without angle brackets. The same mail sent again has the same, so that it can be recognised. */
  readonly messageId: string;
  /** The conversation it belongs to, in the same form; null for a mail of its own. */
  readonly thread: string | null;
  /** The booking that it is about; null when it is about several, or none. */
  readonly bookingUid: string | null;
  /** The name before the sender's address. */
  readonly fromName: string;
  /** Where answers go; null when nobody reads them. */
  readonly replyTo: string | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: CalendarPart | null;
  /** A POST there ends mail of this kind (RFC 8058); null where its reader cannot do without. */
  readonly unsubscribeUrl: string | null;
}
