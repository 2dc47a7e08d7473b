import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import ICAL from 'ical.js';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface Letter {
  /** Of the envelope, which decides where it goes. */
  readonly recipients: readonly string[];
  readonly raw: string;
  readonly mail: ParsedMail;
}

/** How long a slow server keeps a mail before it says that it has it, in milliseconds. */
const SLOW = 700;

/** A real SMTP server on a port of its own. It can be away, mute, slow, busy, or know no recipient. */
export class MailServer {
  readonly letters: Letter[] = [];
  /** Addresses whose mailbox it does not know. */
  readonly unknown = new Set<string>();
  /** To whom mail was offered, whether or not it was taken. */
  readonly offered: string[] = [];
  trouble: 'none' | 'busy' | 'slow' | 'holding' | 'unknown-recipient' | 'cut-after-data' = 'none';
  /** How often somebody whom it kept waiting for a word has gone. */
  givenUp = 0;
  private smtp: SMTPServer | null = null;
  private mute: Server | null = null;
  private readonly waiting = new Set<Socket>();
  private readonly letGo: (() => void)[] = [];

  private constructor(private readonly port: number) {}

  static async open(): Promise<MailServer> {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.once('listening', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const server = new MailServer(port);
    await server.start();
    return server;
  }

  /** The variables of a product that mails through here. */
  get environment(): Readonly<Record<string, string>> {
    return {
      SMTP_URL: `smtp://127.0.0.1:${this.port}`,
      MAIL_FROM: 'booking@book.example.com',
    };
  }

  async start(): Promise<void> {
    await this.stop();
    const smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, callback) => {
        this.offered.push(address);
        const isUnknown = this.trouble === 'unknown-recipient' || this.unknown.has(address);
        callback(isUnknown ? answer(550, `5.1.1 <${address}>: No such user`) : null);
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.trouble === 'busy') return callback(answer(451, 'Come again later'));
          const raw = Buffer.concat(chunks);
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          void simpleParser(raw).then((mail) => {
            this.letters.push({ recipients, raw: raw.toString('latin1'), mail });
            if (this.trouble === 'slow') return void setTimeout(SLOW).then(() => callback());
            const own = [...smtp.connections].filter(({ id }) => id === session.id);
            if (this.trouble === 'holding') {
              for (const { _socket } of own) this.keepWaiting(_socket);
              return this.letGo.push(() => callback());
            }
            if (this.trouble !== 'cut-after-data') return callback();
            for (const { _socket } of own) _socket.destroy();
          });
        });
      },
    });
    smtp.on('error', () => undefined);
    await new Promise<void>((resolve) => smtp.listen(this.port, '127.0.0.1', resolve));
    this.smtp = smtp;
  }

  /** Takes connections and never says a word. */
  async fallSilent(): Promise<void> {
    await this.stop();
    const mute = createServer((socket) => {
      this.keepWaiting(socket.on('error', () => undefined));
    });
    await new Promise<void>((resolve) => mute.listen(this.port, '127.0.0.1', resolve));
    this.mute = mute;
  }

  /** Resolves once somebody waits for a word of a server that keeps silent, or keeps a mail. */
  async isWaitedFor(): Promise<void> {
    while (this.waiting.size === 0) await setTimeout(20);
  }

  /** Says of every mail that it kept to itself that it has it, and of further ones at once. */
  release(): void {
    if (this.trouble === 'holding') this.trouble = 'none';
    this.waiting.clear();
    for (const say of this.letGo.splice(0)) say();
  }

  private keepWaiting(socket: Socket): void {
    this.waiting.add(socket);
    socket.once('close', () => {
      if (this.waiting.delete(socket)) this.givenUp += 1;
    });
  }

  async stop(): Promise<void> {
    const { smtp, mute } = this;
    const waiting = [...this.waiting];
    this.smtp = null;
    this.mute = null;
    this.release();
    this.givenUp = 0;
    if (smtp) await new Promise<void>((resolve) => smtp.close(resolve));
    if (mute) for (const socket of waiting) socket.destroy();
    if (mute) await new Promise((resolve) => mute.close(resolve));
  }

  /** What came for this address, oldest first. */
  to(address: string): Letter[] {
    return this.letters.filter(({ recipients }) => recipients.includes(address));
  }
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** The calendar file of a letter, and its one meeting as ical.js reads it. */
export function calendarOf({ mail }: Letter) {
  const file = mail.attachments.find(({ filename }) => filename === 'invite.ics');
  if (!file) throw new Error(`No calendar file in: ${mail.subject ?? ''}`);
  const text = file.content.toString('utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const meeting = calendar.getFirstSubcomponent('vevent');
  if (!meeting) throw new Error('There is no VEVENT.');
  return {
    text,
    method: calendar.getFirstPropertyValue('method'),
    zone: calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid'),
    value: (name: string) => meeting.getFirstPropertyValue(name)?.toString() ?? null,
    guests: meeting.getAllProperties('attendee').map((guest) => guest.getFirstValue()),
  };
}
