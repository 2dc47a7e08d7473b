import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Appointments } from '../../bookings/appointments/appointments.repository.js';
import { ManageLinks } from '../../bookings/manage/manage-links.service.js';
import { Env } from '../../config/env.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import { say } from '../../language/say.js';
import { Clock } from '../../shared/clock.js';
import { Fault } from '../../shared/fault.js';
import { SecretBox } from '../../shared/secret-box.js';
import { type FoundLink, linksMessage } from '../messages/links-message.js';
import { MailLimits } from './delivery/mail-limits.service.js';
import { MailOut } from './delivery/mail-out.js';
import type { OutgoingMail } from './delivery/outgoing-mail.js';
import { RefusedAddresses } from './delivery/refused-addresses.service.js';
import { senderOf } from './delivery/sender.js';
import { shaped } from './shaped-message.js';

const linksAsked = {
  name: 'links.asked',
  /** Sealed, because jobs are kept for a while. */
  schema: z.object({ sealedAddress: z.string() }),
};

const PLACE = 'job:links.asked:address';

/**
 * Mails a person the links of their bookings. Whoever asks learns nothing: the question is only put
 * down, in the same time for every address, and answered by mail, or not, when nobody watches.
 */
@Injectable()
export class FindLinks implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly appointments: Appointments,
    private readonly links: ManageLinks,
    private readonly limits: MailLimits,
    private readonly refusedAddresses: RefusedAddresses,
    private readonly mailOut: MailOut,
    private readonly secretBox: SecretBox,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: linksAsked,
      queue: 'links',
      handle: ({ sealedAddress }) => this.answer(sealedAddress),
    });
  }

  async ask(address: string): Promise<void> {
    const sealedAddress = this.secretBox.seal(address, PLACE);
    await this.database.write((entities) =>
      this.jobs.publish(entities, linksAsked, { sealedAddress }),
    );
  }

  private async answer(sealedAddress: string): Promise<void> {
    const address = this.secretBox.open(sealedAddress, PLACE);
    const found = await this.linksOf(address);
    if (found.length === 0) return;
    if ((await this.refusedAddresses.leftAloneUntil(address)) !== null) return;
    const turn = await this.limits.take(address, 'links');
    // Who asks again and again got their links a moment ago.
    if (!turn) return;
    const result = await this.mailOut.send(this.mail(found, { address, sealedAddress }));
    if (result.kind === 'refused' && result.isBadAddress) await this.refusedAddresses.note(address);
    if (result.kind !== 'delayed') return;
    await this.limits.giveBack(turn);
    throw new Fault('mail-delayed', result.why);
  }

  private async linksOf(address: string): Promise<FoundLink[]> {
    const bookings = await this.database.read((entities) =>
      this.appointments.ofAttendee(entities, address, this.clock.now()),
    );
    return bookings.flatMap((booking) => {
      const url = this.links.of(booking);
      const { title, hostName, attendeeTimeZone: timeZone, startsAt, endsAt } = booking;
      const time = { start: startsAt.getTime(), end: endsAt.getTime() };
      return url === null ? [] : [{ ...time, title, hostName, timeZone, url }];
    });
  }

  private mail(
    found: readonly FoundLink[],
    { address, sealedAddress }: { readonly address: string; readonly sealedAddress: string },
  ): OutgoingMail {
    // Each sealing differs, so each question has an answer of its own, however often it is tried.
    const asked = createHash('sha256').update(sealedAddress).digest('hex').slice(0, 20);
    return {
      messageId: `links.${asked}@${senderOf(this.env).domain}`,
      thread: null,
      bookingUid: null,
      fromName: say('names:product'),
      replyTo: null,
      to: address,
      ...shaped(linksMessage(found)),
      calendar: null,
      unsubscribeUrl: null,
    };
  }
}
