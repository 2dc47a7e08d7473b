import { createTransport } from 'nodemailer';
import { isLoopback, isPrivate } from '../../../config/network-address.js';
import type { Clock } from '../../../shared/clock.js';
import { mailOptions } from './mail-options.mapper.js';
import { MailOut, type MailResult } from './mail-out.js';
import type { OutgoingMail } from './outgoing-mail.js';
import { smtpFailure } from './smtp-failure.mapper.js';

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
      return smtpFailure(error);
    }
  }
}

/** A password crosses the internet in no readable form, whatever somebody in between pretends. */
function needsSecrecy({ username, hostname }: URL): boolean {
  return username !== '' && !isLoopback(hostname) && !isPrivate(hostname);
}
