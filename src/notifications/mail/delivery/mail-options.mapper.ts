import type { SendMailOptions } from 'nodemailer';
import { shownText } from '../../../shared/text/person-text.js';
import type { OutgoingMail } from './outgoing-mail.js';

const MOST_NAME = 100;
/** With its encoding, a header line may have 998 characters (RFC 5322). */
const MOST_SUBJECT = 200;

export interface Posted {
  /** The address that mail comes from. */
  readonly mailFrom: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * A mail as nodemailer takes it. Names and subject become one line without control characters, and
 * the envelope is given: nothing in a header can add a recipient.
 */
export function mailOptions(mail: OutgoingMail, { mailFrom, now }: Posted): SendMailOptions {
  const { messageId, thread, to, replyTo, calendar } = mail;
  return {
    from: { name: shownText(mail.fromName, MOST_NAME), address: mailFrom },
    to: { name: '', address: to },
    ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
    envelope: { from: mailFrom, to: [to] },
    subject: shownText(mail.subject, MOST_SUBJECT),
    date: new Date(now),
    messageId: `<${messageId}>`,
    ...(thread === null ? {} : { references: `<${thread}>`, inReplyTo: `<${thread}>` }),
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(mail) },
    text: mail.text,
    html: mail.html,
    ...(calendar === null
      ? {}
      : { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.text } }),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** One press in the mail program is enough, without a visit to the page (RFC 8058). */
function unsubscribeHeaders({ unsubscribeUrl }: OutgoingMail): Readonly<Record<string, string>> {
  if (unsubscribeUrl === null) return {};
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
