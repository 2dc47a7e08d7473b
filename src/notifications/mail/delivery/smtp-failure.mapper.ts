import { z } from 'zod';
import { reasonOf } from '../../../config/system-error.js';
import { say } from '../../../language/say.js';
import { shownText } from '../../../shared/text/person-text.js';
import type { MailResult } from './mail-out.js';

const MOST_REASON = 200;

const failureSchema = z.object({
  /** The server's own words: `550 5.1.1 No such user`. */
  response: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  permanent: z.boolean().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  originalCode: z.string().optional().catch(undefined),
  timeoutType: z.string().optional().catch(undefined),
});

type Failure = z.infer<typeof failureSchema>;

/**
 * What a failed try means. What the server says against this recipient or this mail stands. All
 * else, a wrong password or sender included, is the operator's to mend, and mail waits for it.
 */
export function smtpFailure(error: unknown): MailResult {
  const failure = failureSchema.safeParse(error).data ?? {};
  const reason = shortReason(failure.response ?? reasonOf(error));
  if (isRefusal(failure)) {
    const why = say('mail:receipt.refused', { reason });
    return { kind: 'refused', why, reason, isBadAddress: isBadAddress(failure) };
  }
  const why = say('mail:receipt.unreachable', { reason });
  return { kind: 'delayed', why, mayHaveArrived: mayHaveArrived(failure) };
}

const isRefusal = ({ permanent, command }: Failure): boolean =>
  permanent === true && (command === 'RCPT TO' || command === 'DATA');

/**
 * RFC 3463: 5.1 speaks of the address, 5.2 of the mailbox; the rest (5.7: relaying, policy) is said of
 * good addresses, too. Without such a code it is about the mailbox when it follows RCPT TO.
 */
function isBadAddress({ command, response = '' }: Failure): boolean {
  if (command !== 'RCPT TO') return false;
  const [, subject] = /^\d{3}[ -]5\.(\d{1,3})\.\d{1,3}\b/.exec(response) ?? [];
  return subject === undefined || subject === '1' || subject === '2';
}

/** Before the mail was read, nothing can have been taken, nor when the server answered no. */
const BEFORE_THE_MAIL = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];
const TIMES_BEFORE_THE_MAIL = ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'];

function mayHaveArrived({ responseCode, code, originalCode, timeoutType }: Failure): boolean {
  if (responseCode !== undefined || code === 'EDNS' || code === 'EAUTH') return false;
  if (timeoutType !== undefined && TIMES_BEFORE_THE_MAIL.includes(timeoutType)) return false;
  return !BEFORE_THE_MAIL.includes(originalCode ?? code ?? '');
}

/** Servers like to repeat the address, which is not for everybody who may read of the failure. */
const shortReason = (text: string): string =>
  shownText(text.replace(/[^\s<>()"';:,]*@[^\s<>()"';:,]*/g, '…'), MOST_REASON);
