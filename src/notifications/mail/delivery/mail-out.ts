import type { OutgoingMail } from './outgoing-mail.js';

/** What became of a mail. */
export type MailResult =
  /** The mail server has taken it; what it does with it nobody knows. */
  | { readonly kind: 'handed-over' }
  /** There is no mail server: it lies in this file. */
  | { readonly kind: 'kept'; readonly file: string }
  /** It will not do now: a later try may. */
  | {
      readonly kind: 'delayed';
      readonly why: string;
      /** The connection broke when the server may have taken the mail already. */
      readonly mayHaveArrived: boolean;
    }
  /** It will never do. */
  | {
      readonly kind: 'refused';
      readonly why: string;
      /** What was said against it, in short and without any address. */
      readonly reason: string;
      /** There is no such mailbox, so that no other mail will do either. */
      readonly isBadAddress: boolean;
    };

/** Takes mail on its way. Never throws, and takes less than a minute. */
export abstract class MailOut {
  /** Whether mail leaves this machine at all. */
  abstract readonly isSending: boolean;

  abstract send(mail: OutgoingMail): Promise<MailResult>;
}
