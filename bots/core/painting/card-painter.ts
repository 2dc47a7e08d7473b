import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { bookingChanged } from '../../../src/bookings/history/booking-changed.js';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { Database } from '../../../src/database/database.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { failuresOf, unfinished } from '../../../src/jobs/postponed.js';
import { say } from '../../../src/language/say.js';
import { Receipts } from '../../../src/notifications/receipts.service.js';
import { BookingCardReader } from '../cards/booking-card-facts.js';
import { livingCard } from '../cards/living.card.js';
import { addressOf, type CardChannel, CardPlaces, isAnnounced, readerOf } from './card-places.js';
import { CardReply } from './card-reply.entity.js';
import type { Undeliverable } from '../chat-platform.js';
import { ChatPlatforms } from '../chat-platforms.js';
import { CHAT_RETRIES } from '../chat-retries.js';
import { PaintingTurns } from './painting-turns.js';
import { PostedCard } from './posted-card.entity.js';

type Change = z.infer<typeof bookingChanged.schema>;

/** Whether it stands there now, or never will. */
type Painted = 'shown' | 'refused';

interface CardPlace {
  readonly booking: Booking;
  readonly channel: CardChannel;
  /** Paints what is shown already, too: it reads otherwise now. */
  readonly force?: boolean;
  /** Nothing happened: a card that somebody deleted is not posted anew for it. */
  readonly isPassing?: boolean;
}

/**
 * Keeps one living card per booking and channel, or one in the host's direct messages where no channel
 * is told, and one in those of whoever booked in chat. A job says only that a booking changed: the
 * painter locks the card's row, reads the booking anew and creates or edits, so that repeated, late and
 * crossing jobs all end with the same card.
 */
@Injectable()
export class CardPainter implements OnModuleInit {
  private readonly followers: ((change: Change) => Promise<void>)[] = [];

  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly places: CardPlaces,
    private readonly turns: PaintingTurns,
    private readonly platforms: ChatPlatforms,
    private readonly reader: BookingCardReader,
    private readonly receipts: Receipts,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: bookingChanged,
      queue: 'cards',
      retries: CHAT_RETRIES,
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
    const channels = await this.places.inChannels(booking, sequence);
    const inChannels = channels.map((channel) => this.paint({ booking, channel }));
    const painted = await Promise.allSettled([
      ...inChannels,
      this.paintForHost(booking, inChannels),
      this.paintOwn(booking),
    ]);
    const failures = failuresOf(painted);
    if (failures.length === 0) return;
    const message = `A card of booking ${bookingId} waits for a retry.`;
    throw unfinished('card-unpainted', message, failures);
  }

  /** The cards that stand, though nothing happened but that time went by. */
  async refresh(bookings: readonly Booking[]): Promise<void> {
    await this.eachOf(bookings, async (booking) => {
      for (const channel of await this.places.standing(booking))
        await this.paint({ booking, channel, force: true, isPassing: true });
    });
  }

  /**
   * The cards of whoever booked alone, though nothing changed but how they read times. When some
   * could not be painted, the others are still done.
   */
  async repaintOwn(bookings: readonly Booking[]): Promise<void> {
    await this.eachOf(bookings, (booking) => this.paintOwn(booking, true));
  }

  private async eachOf(
    bookings: readonly Booking[],
    paint: (booking: Booking) => Promise<void>,
  ): Promise<void> {
    const failures: unknown[] = [];
    for (const booking of bookings) {
      try {
        await paint(booking);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length === 0) return;
    const message = `${failures.length} of ${bookings.length} bookings keep cards as they were.`;
    throw unfinished('card-unpainted', message, failures);
  }

  /** The card of a host whom no channel tells, or none that takes it. */
  private async paintForHost(
    booking: Booking,
    inChannels: readonly Promise<Painted>[],
  ): Promise<void> {
    const told = await Promise.allSettled(inChannels);
    const isRefused = told.map((one) => one.status === 'fulfilled' && one.value === 'refused');
    const isUntold = told.length > 0 && !isRefused.includes(false);
    for (const channel of await this.places.withHost(booking, isUntold))
      await this.paint({ booking, channel });
  }

  /** The card of whoever booked: nobody else's waits for that they are found. */
  private async paintOwn(booking: Booking, force = false): Promise<void> {
    for (const channel of await this.places.alone(booking))
      await this.paint({ booking, channel, force });
  }

  private async paint(place: CardPlace): Promise<Painted> {
    try {
      return await this.turns.in(place.channel, () => this.paintInTurn(place));
    } catch (error) {
      await this.note(place, 'queued', say('cards:willRetry')).catch(() => undefined);
      throw error;
    }
  }

  /**
   * A job that finds nothing to do, as far as can be seen from outside, locks nothing. Whoever painted
   * may have died before it was noted.
   */
  private async paintInTurn(place: CardPlace): Promise<Painted> {
    const { booking, channel, force = false, isPassing = false } = place;
    const own = { bookingId: booking.id, ...addressOf(channel) };
    const card = await this.database.read((em) => em.findOne(PostedCard, own));
    const isNews = card?.paintedSequence !== booking.sequence;
    if (!isNews && !force) return this.painted(place, null);
    const platform = this.platforms.get(channel.platform);
    const isMessage =
      !card?.reference || (isNews && (await this.places.isToldIn(channel, booking)));
    if (isMessage) await platform.ready(channel);
    const problem = await this.turns.write((em) => this.paintLocked(em, place));
    if (problem?.isGone) return isPassing ? this.painted(place, null) : this.paintInTurn(place);
    return this.painted(place, problem);
  }

  private async painted(place: CardPlace, problem: Undeliverable | null): Promise<Painted> {
    await this.note(place, problem ? 'failed' : 'handed_over', problem?.sentence ?? null);
    return problem ? 'refused' : 'shown';
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
    const reader = readerOf(card, booking);
    const { card: message, reply } = livingCard(read, { reader, detail: channel.detail });
    const platform = this.platforms.get(channel.platform);
    const standing = card.reference ?? null;
    const delivery = standing
      ? await platform.edit(channel, standing, message)
      : await platform.post(channel, message);
    if (!delivery.ok) {
      // Somebody deleted it: a new one is posted once it is this card's turn.
      if (delivery.problem.isGone) card.reference = null;
      await entities.flush();
      return delivery.problem;
    }
    card.reference = delivery.value;
    card.paintedSequence = booking.sequence;
    card.detail = channel.detail;
    const isToldOf = shown !== null && isNews;
    if (standing && reply && isToldOf && isAnnounced(channel, reply.event)) {
      const told = await platform.reply(channel, delivery.value, reply.message);
      const reference = told.ok ? told.value : null;
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
