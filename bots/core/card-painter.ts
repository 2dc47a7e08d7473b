import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { bookingChanged } from '../../src/bookings/history/booking-changed.js';
import { BookingChange } from '../../src/bookings/history/booking-change.entity.js';
import { Booking } from '../../src/bookings/booking.entity.js';
import type { AlertChannel } from '../../src/calendars/alerts/alert-channel.entity.js';
import type { AlertEvent, AlertOptions } from '../../src/calendars/alerts/alert-options.js';
import { AlertChannels } from '../../src/calendars/alerts/alert-channels.service.js';
import type { ChannelAddress } from '../../src/calendars/create-calendar.service.js';
import { Database } from '../../src/database/database.js';
import { Identities } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { say } from '../../src/language/say.js';
import { Receipts } from '../../src/notifications/receipts.service.js';
import { Fault } from '../../src/shared/fault.js';
import { attendeeCard } from './cards/attendee.card.js';
import { bookingCard } from './cards/booking.card.js';
import { BookingCardReader } from './cards/booking-card-facts.js';
import { EVENT_OF, withinDetail } from './cards/card-detail.js';
import { changeReply } from './cards/change-reply.card.js';
import { CardReply } from './card-reply.entity.js';
import type { Undeliverable } from './chat-platform.js';
import { type ChannelKey, isSameChannel } from './channel-key.js';
import { ChatPlatforms } from './chat-platforms.js';
import { PostedCard } from './posted-card.entity.js';

type Change = z.infer<typeof bookingChanged.schema>;

interface CardChannel extends ChannelAddress, AlertOptions {
  readonly audience: PostedCard['audience'];
}

interface CardPlace {
  readonly booking: Booking;
  readonly channel: CardChannel;
  /** Paints what is shown already, too: it reads otherwise now. */
  readonly force?: boolean;
}

/**
 * Keeps one living card per booking and channel, and one in the direct messages of whoever booked in
 * chat. A job says only that a booking changed: the painter
 * locks the card's row, reads the booking anew and creates or edits, so that repeated, late and
 * crossing jobs all end with the same card.
 */
@Injectable()
export class CardPainter implements OnModuleInit {
  private readonly followers: ((change: Change) => Promise<void>)[] = [];

  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly alerts: AlertChannels,
    private readonly platforms: ChatPlatforms,
    private readonly identities: Identities,
    private readonly reader: BookingCardReader,
    private readonly receipts: Receipts,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: bookingChanged,
      queue: 'cards',
      // A platform that comes back after hours finds its cards soon.
      retries: { most: 600, longestGapSeconds: 300 },
      handle: async (change) => {
        for (const follower of this.followers) await follower(change);
        await this.repaint(change.bookingId, change.sequence);
      },
    });
  }

  /**
   * To be called while modules initialise, by whoever shows a booking otherwise: a queue of their own
   * would cost every change of a booking a statement.
   */
  follow(follower: (change: Change) => Promise<void>): void {
    this.followers.push(follower);
  }

  /**
   * Paints every card of the booking; when some could not be, the others are still done. Where only
   * some events are announced, the card is posted for one of those, which the sequence names.
   */
  async repaint(bookingId: string, sequence?: number): Promise<void> {
    const booking = await this.database.read((em) => em.findOne(Booking, { id: bookingId }));
    if (!booking) return;
    const places = await this.channelsOf(booking, sequence);
    const painted = await Promise.allSettled(
      places.map((channel) => this.paint({ booking, channel })),
    );
    const failed = painted.find((result) => result.status === 'rejected');
    if (failed) {
      const message = `A card of booking ${bookingId} waits for a retry.`;
      throw new Fault('card-unpainted', message, { cause: failed.reason });
    }
  }

  /**
   * The cards of whoever booked alone, though nothing changed but how they read times. When some
   * could not be painted, the others are still done.
   */
  async repaintOwn(bookings: readonly Booking[]): Promise<void> {
    const failures: unknown[] = [];
    for (const booking of bookings) {
      try {
        const direct = await this.directOf(booking);
        for (const channel of direct) await this.paint({ booking, channel, force: true });
      } catch (error) {
        failures.push(error);
      }
    }
    const [cause] = failures;
    if (failures.length === 0) return;
    const message = `${failures.length} of ${bookings.length} own cards stay as they were.`;
    throw new Fault('card-unpainted', message, { cause });
  }

  /** Where the alerts of the booking's own host go now, and where a card stands already. */
  private async channelsOf(booking: Booking, sequence?: number): Promise<CardChannel[]> {
    const all = await this.alerts.ofCalendar(booking.calendarId);
    // After a handover they are the new host's, who has nothing to do with older bookings.
    const alerts = all
      .filter(({ hostId }) => hostId === booking.hostId)
      .map((alert) => ({ ...alertOf(alert), ...optionsOf(alert), audience: 'channel' as const }));
    const wanted = [...alerts, ...(await this.directOf(booking))];
    const cards = await this.database.read((em) => em.find(PostedCard, { bookingId: booking.id }));
    const standing = cards
      .filter((card) => !wanted.some((place) => isSameChannel(place, card)))
      .map((card) => ({ ...alertOf(card), ...EVERYTHING, ...detailOf(card) }));
    const event = await this.eventAt(booking, sequence);
    const shown = wanted.filter((place) => {
      const hasCard = cards.some((card) => card.reference && isSameChannel(place, card));
      return hasCard || isAnnounced(place, event);
    });
    return [...shown, ...standing];
  }

  private async eventAt(
    { id: bookingId }: Booking,
    sequence: number | undefined,
  ): Promise<AlertEvent | null> {
    if (sequence === undefined) return null;
    const change = await this.database.read((em) =>
      em.findOne(BookingChange, { bookingId, sequence }),
    );
    return change && EVENT_OF[change.kind];
  }

  /** Where whoever booked in chat is told; a platform that is away keeps nobody else from their card. */
  private async directOf({ bookedByIdentityId: id }: Booking): Promise<CardChannel[]> {
    const person = id ? await this.identities.find(id) : null;
    if (!person || !this.platforms.isConnected(person.platform)) return [];
    const direct = await this.platforms.get(person.platform).directChannel(person);
    return direct.ok ? [{ ...direct.value, ...EVERYTHING, audience: 'attendee' }] : [];
  }

  private async paint(place: CardPlace): Promise<void> {
    if (await this.isPainted(place)) return;
    try {
      await this.platforms.get(place.channel.platform).ready(place.channel);
      const problem = await this.database.write((em) => this.paintLocked(em, place));
      if (problem) await this.note(place, 'failed', problem.sentence);
      else await this.note(place, 'handed_over', null);
    } catch (error) {
      await this.note(place, 'queued', say('cards:willRetry')).catch(() => undefined);
      throw error;
    }
  }

  /** As far as can be seen from outside: a job that finds nothing to do needs no turn. */
  private async isPainted({ booking, channel, force = false }: CardPlace): Promise<boolean> {
    const own = { bookingId: booking.id, ...addressOf(channel) };
    const card = await this.database.read((em) => em.findOne(PostedCard, own));
    return !force && card?.paintedSequence === booking.sequence;
  }

  private async paintLocked(
    entities: EntityManager,
    { booking: { id: bookingId, hostId }, channel, force = false }: CardPlace,
  ): Promise<Undeliverable | null> {
    await entities.execute(ENSURE_CARD, [
      ...[hostId, bookingId, channel.platform, channel.workspace, channel.channel],
      ...[channel.channelName, channel.audience, channel.detail],
    ]);
    const card = await entities.findOneOrFail(
      PostedCard,
      { bookingId, ...addressOf(channel) },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const booking = await entities.findOneOrFail(Booking, { id: bookingId });
    const shown = card.paintedSequence ?? null;
    const isNews = shown !== booking.sequence;
    if (!isNews && !force) return null;

    const read = await this.reader.factsOf(entities, booking);
    const isOwn = card.audience === 'attendee';
    const within = withinDetail(read, channel.detail);
    const { latest, contact } = within;
    // Replies stand under the card, in the zone of whoever reads both.
    const facts = isOwn ? { ...within.facts, timeZone: read.attendee.timeZone } : within.facts;
    const message = isOwn ? attendeeCard(read) : bookingCard(facts, contact);
    const platform = this.platforms.get(channel.platform);
    const standing = card.reference ?? null;
    const delivery = standing
      ? await platform.edit(channel, standing, message)
      : await platform.post(channel, message);
    if (!delivery.ok) return delivery.problem;
    card.reference = delivery.value;
    card.paintedSequence = booking.sequence;
    card.detail = channel.detail;
    const isToldOf = shown !== null && isNews;
    if (standing && latest && isToldOf && isAnnounced(channel, EVENT_OF[latest.kind])) {
      const reply = await platform.reply(channel, delivery.value, changeReply(facts, latest));
      const reference = reply.ok ? reply.value : null;
      const { sequence } = booking;
      entities.create(CardReply, { hostId, postedCardId: card.id, sequence, reference });
    }
    await entities.flush();
    return null;
  }

  private note(
    { booking, channel }: CardPlace,
    state: 'queued' | 'handed_over' | 'failed',
    why: string | null,
  ): Promise<void> {
    const { id: bookingId, hostId, sequence } = booking;
    const recipient = `${channel.platform} ${channel.channelName}`;
    return this.receipts.note({
      ...{ hostId, bookingId, sequence, kind: 'card', recipient, state, why },
    });
  }
}

const ENSURE_CARD = `
  insert into posted_card
    (host_id, booking_id, platform, workspace, channel, channel_name, audience, detail)
  values (?, ?, ?, ?, ?, ?, ?, ?)
  on conflict do nothing`;

const alertOf = (place: ChannelAddress): ChannelAddress => ({
  ...addressOf(place),
  channelName: place.channelName,
});

const optionsOf = ({ events = null, detail }: AlertChannel): AlertOptions => ({ events, detail });

const detailOf = ({ audience, detail }: PostedCard) => ({ audience, detail });

/** For whoever booked, and for a card that stands where nothing new is announced any more. */
const EVERYTHING: AlertOptions = { events: null, detail: 'full' };

const isAnnounced = ({ events }: AlertOptions, event: AlertEvent | null): boolean =>
  events === null || (event !== null && events.includes(event));

const addressOf = ({ platform, workspace, channel }: ChannelKey): ChannelKey => ({
  platform,
  workspace,
  channel,
});
