import type { OutgoingMail } from './outgoing-mail.js';

/** What became of a mail. */
export type MailResult =
  /** The mail server has taken it; what it does with it nobody knows. */
  | { readonly kind: 'handed-over' }
  /** There is no mail server: it lies in this file. */
  | { readonly kind: 'kept'; readonly file: string }
  /** It will not do now: a later try may. */
  | { readonly kind: 'delayed'; readonly why: string }
  /** It will never do. */
  | { readonly kind: 'refused'; readonly why: string };

/** Takes mail on its way. Never throws, and takes less than a minute. */
export abstract class MailOut {
  /** Whether mail leaves this machine at all. */
  abstract readonly isSending: boolean;

  abstract send(mail: OutgoingMail): Promise<MailResult>;
}
