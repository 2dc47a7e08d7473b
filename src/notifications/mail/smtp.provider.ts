import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { isLoopback, isPrivate } from '../../config/network-address.js';
import { reasonOf } from '../../config/system-error.js';
import { say } from '../../language/say.js';
import type { Clock } from '../../shared/clock.js';
import { shownText } from '../../shared/person-text.js';
import { mailOptions } from './mail-options.mapper.js';
import { MailOut, type MailResult } from './mail-out.js';
import type { OutgoingMail } from './outgoing-mail.js';

const SECOND = 1_000;
/** A server that does not answer holds up its own mail only, and that not for long. */
const PATIENCE = {
  dnsTimeout: 5 * SECOND,
  connectionTimeout: 5 * SECOND,
  greetingTimeout: 10 * SECOND,
  socketTimeout: 20 * SECOND,
} as const;
/** For all of one mail, so that a server which drips is given up too. */
const LONGEST = 40 * SECOND;
const MOST_REASON = 200;

/** The operator's mail server, and what our mail says of itself. */
export interface MailServer {
  readonly url: URL;
  readonly mailFrom: string;
}

/** Hands mail to the operator's mail server. */
export class SmtpMailOut extends MailOut {
  override readonly isSending = true;
  private readonly transport;

  constructor(
    private readonly server: MailServer,
    private readonly clock: Clock,
  ) {
    super();
    this.transport = createTransport({
      ...PATIENCE,
      url: server.url.href,
      requireTLS: needsSecrecy(server.url),
    });
  }

  override async send(mail: OutgoingMail): Promise<MailResult> {
    const { mailFrom } = this.server;
    const options = mailOptions(mail, { mailFrom, now: this.clock.now() });
    try {
      await this.transport.sendMail({ ...options, signal: AbortSignal.timeout(LONGEST) });
      return { kind: 'handed-over' };
    } catch (error) {
      return failure(error);
    }
  }
}

/** A password crosses the internet in no readable form, whatever somebody in between pretends. */
function needsSecrecy({ username, hostname }: URL): boolean {
  return username !== '' && !isLoopback(hostname) && !isPrivate(hostname);
}

const refusalSchema = z.object({
  permanent: z.literal(true),
  command: z.enum(['RCPT TO', 'DATA']),
});

/**
 * What the server says against this recipient or this mail stands. All else, a wrong password or
 * sender included, is the operator's to mend, and mail waits for it.
 */
function failure(error: unknown): MailResult {
  const reason = shownText(reasonOf(error), MOST_REASON);
  const isRefused = refusalSchema.safeParse(error).success;
  return isRefused
    ? { kind: 'refused', why: say('mail:receipt.refused', { reason }) }
    : { kind: 'delayed', why: say('mail:receipt.unreachable', { reason }) };
}
