import type { Env } from '../../../config/env.js';

/** What our mail says of itself. */
export interface MailSender {
  /** The address that mail comes from. */
  readonly mailFrom: string;
  /** What follows the `@` in the names of our mails. */
  readonly domain: string;
}

export const senderOf = ({ mailFrom, publicUrl }: Env): MailSender => ({
  mailFrom,
  domain: new URL(publicUrl).hostname,
});
