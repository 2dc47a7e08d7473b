import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { Database } from '../../../src/database/database.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { Identities } from '../../../src/hosts/identities.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import {
  type DueReminder,
  reminderDue,
} from '../../../src/notifications/reminders/reminder-due.js';
import { ReminderReceipts } from '../../../src/notifications/reminders/reminder-receipts.service.js';
import { BookingCardReader } from '../cards/booking-card-facts.js';
import { reminderCard } from '../cards/reminder.card.js';
import { CHAT_RETRIES } from '../chat-retries.js';
import { HostReach, nameOf } from './host-reach.js';

/** Reminds hosts, and whoever booked in chat, in their direct messages. */
@Injectable()
export class RemindersInChat implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly identities: Identities,
    private readonly reminders: ReminderReceipts,
    private readonly reader: BookingCardReader,
    private readonly reach: HostReach,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: reminderDue,
      queue: 'reminders',
      retries: CHAT_RETRIES,
      handle: (due) => this.remind(due),
    });
  }

  async remind(due: DueReminder): Promise<void> {
    const report = await this.reminders.read(due);
    const person = report && (await this.personOf(report.booking, due));
    if (!person) return;
    const place = await this.reminders.open(report, due, labelOf(person, due));
    if (!place) return;
    const read = await this.database.read((em) => this.reader.factsOf(em, report.booking));
    await this.reach.tell(person, reminderCard(due.reader, read), place);
  }

  private async personOf(
    booking: Booking,
    { reader }: DueReminder,
  ): Promise<ChatIdentity | null | undefined> {
    if (reader === 'host') return this.reach.hostOf(booking);
    return booking.bookedByIdentityId ? this.identities.find(booking.bookedByIdentityId) : null;
  }
}

/** Receipts outlive the name of an attendee, which is theirs to have erased. */
const labelOf = (person: ChatIdentity, { reader }: DueReminder): string =>
  reader === 'host' ? nameOf(person) : `${person.platform} attendee`;
