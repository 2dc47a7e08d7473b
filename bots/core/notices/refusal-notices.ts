import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { AlertChannels } from '../../../src/calendars/alerts/alert-channels.service.js';
import { Database } from '../../../src/database/database.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { failuresOf, unfinished } from '../../../src/jobs/postponed.js';
import {
  mailRefused,
  type RefusedMail,
} from '../../../src/notifications/mail/delivery/mail-refused.js';
import { BookingReports } from '../../../src/notifications/messages/booking-reports.service.js';
import { type Refusal, refusalOf } from '../../../src/notifications/messages/refusal.mapper.js';
import {
  refusalKind,
  type ReceiptNote,
  type ReceiptPlace,
  Receipts,
} from '../../../src/notifications/receipts.service.js';
import { Clock } from '../../../src/shared/clock.js';
import { Fault } from '../../../src/shared/fault.js';
import { MINUTE } from '../../../src/slots/interval.js';
import { refusalNotice, refusalReply } from '../cards/refusal.card.js';
import { CardReply } from '../painting/card-reply.entity.js';
import type { Delivery } from '../chat-platform.js';
import { ChatPlatforms } from '../chat-platforms.js';
import { CHAT_RETRIES } from '../chat-retries.js';
import { HostReach, nameOf } from './host-reach.js';
import { PaintingTurns } from '../painting/painting-turns.js';
import { PostedCard } from '../painting/posted-card.entity.js';

/** For a card that is not posted by then there may be no wish. */
const LONGEST_WAIT = 5 * MINUTE;

/** Tells a host in chat whom mail cannot reach: under the booking's cards, and in person. */
@Injectable()
export class RefusalNotices implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly reports: BookingReports,
    private readonly alerts: AlertChannels,
    private readonly reach: HostReach,
    private readonly platforms: ChatPlatforms,
    private readonly turns: PaintingTurns,
    private readonly receipts: Receipts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: mailRefused,
      queue: 'refusal-notices',
      retries: CHAT_RETRIES,
      handle: (refused) => this.tell(refused),
    });
  }

  async tell(refused: RefusedMail): Promise<void> {
    const report = await this.reports.read(refused.bookingId);
    const refusal = report && refusalOf(report, refused);
    if (!refusal) return;
    // A platform that is away keeps nobody on another one from hearing of it.
    const told = await Promise.allSettled([
      this.tellInPerson(report.booking, refused, refusal),
      refusal.isOwn ? undefined : this.replyUnderCards(report.booking, refused),
    ]);
    const failures = failuresOf(told);
    if (failures.length > 0) throw unfinished('refusal-untold', 'It waits for a retry.', failures);
  }

  private async tellInPerson(booking: Booking, refused: RefusedMail, refusal: Refusal) {
    const host = await this.reach.hostOf(booking);
    if (!host) return;
    const place = placeOf(refused, nameOf(host));
    if (await this.receipts.isTold(place)) return;
    await this.reach.tell(host, refusalNotice(refusal), place);
  }

  private async replyUnderCards(booking: Booking, refused: RefusedMail) {
    const { bookingId } = refused;
    const cards = await this.database.read((entities) =>
      entities.find(PostedCard, { bookingId, audience: 'channel', reference: { $ne: null } }),
    );
    for (const card of cards) {
      await this.turns.in(card, async () => {
        await this.platforms.get(card.platform).ready(card);
        await this.turns.write((em) => this.replyLocked(em, card.id, refused));
      });
    }
    const isFresh = this.clock.now() < refused.refusedAt + LONGEST_WAIT;
    if (isFresh && (await this.isCardToCome(booking))) {
      throw new Fault('card-missing', 'There is no card to reply to yet.');
    }
  }

  /**
   * Whoever erases the person waits at the booking, and then finds the reply; or the reply finds
   * nobody. They change the booking before its cards, so it is locked first here, too.
   */
  private async replyLocked(entities: EntityManager, cardId: string, refused: RefusedMail) {
    await entities.execute(KEEP_BOOKING, [refused.bookingId]);
    const alone = { lockMode: LockMode.PESSIMISTIC_WRITE };
    const card = await entities.findOne(PostedCard, { id: cardId }, alone);
    const report = await this.reports.read(refused.bookingId);
    const refusal = report && refusalOf(report, refused);
    if (!card?.reference || !refusal) return;
    const { platform, channelName, reference } = card;
    const place = placeOf(refused, `${platform} ${channelName}`);
    if (await this.receipts.isTold(place)) return;
    const delivery = await this.platforms
      .get(platform)
      .reply(card, reference, refusalReply(refusal));
    const { hostId, sequence, kind } = place;
    const told = { hostId, sequence, kind, postedCardId: cardId };
    if (delivery.ok) entities.create(CardReply, { ...told, reference: delivery.value });
    await this.receipts.noteIn(entities, { ...place, ...noteOf(delivery) });
  }

  /** The mail server may be quicker than the painter. */
  private async isCardToCome({ id, hostId, calendarId }: Booking): Promise<boolean> {
    const receipts = await this.receipts.ofBooking(id);
    const ended = receipts.filter(({ kind, state }) => kind === 'card' && state !== 'queued');
    const places = ended.map(({ recipient }) => recipient);
    const alerts = await this.alerts.ofCalendar(calendarId);
    return alerts.some(
      ({ hostId: owner, platform, channelName }) =>
        owner === hostId && !places.includes(`${platform} ${channelName}`),
    );
  }
}

/** What the foreign key of a receipt would ask for later, while others already wait for the card. */
const KEEP_BOOKING = 'select from booking where id = ? for key share';

const placeOf = (
  { hostId, bookingId, sequence, recipient: whose }: RefusedMail,
  recipient: string,
): ReceiptPlace => ({ hostId, bookingId, sequence, kind: refusalKind(whose), recipient });

/** A passing failure is thrown by the platform, and the job comes again for what is left. */
const noteOf = (delivery: Delivery): Pick<ReceiptNote, 'state' | 'why'> =>
  delivery.ok
    ? { state: 'handed_over', why: null }
    : { state: 'failed', why: delivery.problem.sentence };
