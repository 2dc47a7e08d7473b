import { Injectable } from '@nestjs/common';
import { BookingChange } from '../../../src/bookings/history/booking-change.entity.js';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import type { AlertChannel } from '../../../src/calendars/alerts/alert-channel.entity.js';
import type { AlertEvent, AlertOptions } from '../../../src/calendars/alerts/alert-options.js';
import { AlertChannels } from '../../../src/calendars/alerts/alert-channels.service.js';
import type { ChannelAddress } from '../../../src/calendars/create-calendar.service.js';
import { Database } from '../../../src/database/database.js';
import { type ChatPerson, Identities } from '../../../src/hosts/identities.service.js';
import { EVENT_OF } from '../cards/card-detail.js';
import type { CardReader } from '../cards/living.card.js';
import { type ChannelKey, isSameChannel } from '../channel-key.js';
import { ChatPlatforms } from '../chat-platforms.js';
import { HostReach } from '../notices/host-reach.js';
import { PostedCard } from './posted-card.entity.js';

type Audience = PostedCard['audience'];

/** Where a card of a booking stands, or is to stand. */
export interface CardChannel extends ChannelAddress, AlertOptions {
  readonly audience: Audience;
}

/** Knows where the cards of a booking belong. */
@Injectable()
export class CardPlaces {
  constructor(
    private readonly database: Database,
    private readonly alerts: AlertChannels,
    private readonly platforms: ChatPlatforms,
    private readonly identities: Identities,
    private readonly reach: HostReach,
  ) {}

  /**
   * Where the alerts of the booking's own host go now, and where a card stands already. Where only
   * some events are announced, the change of this sequence has to be one of them. Whoever handed the
   * booking over is shown that in their direct messages, and nothing of what follows.
   */
  async inChannels(booking: Booking, sequence?: number): Promise<CardChannel[]> {
    const all = await this.alerts.ofCalendar(booking.calendarId);
    // After a handover they are the new host's, who has nothing to do with older bookings.
    const wanted = all
      .filter(({ hostId }) => hostId === booking.hostId)
      .map((alert) => ({ ...alertOf(alert), ...optionsOf(alert), audience: 'channel' as const }));
    const cards = await this.cardsOf(booking, ...FOR_HOSTS);
    const isFormers = (card: PostedCard) => readerOf(card, booking) === 'former-host';
    const handedAt = cards.some(isFormers) ? await this.handedAt(booking) : -1;
    const standing = cards
      .filter((card) => !wanted.some((place) => isSameChannel(place, card)))
      .filter((card) => !isFormers(card) || (card.paintedSequence ?? -1) < handedAt)
      .map(placeOf);
    const event = sequence === undefined ? null : await this.eventAt(booking, sequence);
    const shown = wanted.filter((place) => {
      const hasCard = cards.some((card) => isSameChannel(place, card));
      return hasCard || isAnnounced(place, event);
    });
    return [...shown, ...standing];
  }

  /**
   * The host's direct messages, where no channel is told of their bookings and no card of theirs stands
   * yet (one that stands is among `inChannels`), or where none of those takes the card. On a platform
   * that is away they are not looked for.
   */
  async withHost(booking: Booking, isUntold: boolean): Promise<CardChannel[]> {
    if (!isUntold && (await this.isTold(booking))) return [];
    const home = await this.reach.hostOf(booking);
    const host =
      home && !this.platforms.isConnected(home.platform)
        ? await this.reach.present(booking.hostId)
        : home;
    // Whoever booked with themselves has a card there.
    if (!host || host.id === booking.bookedByIdentityId) return [];
    return this.directPlace(host, 'host');
  }

  /**
   * Where whoever booked in chat is told. Only who has no card yet has to be looked for, and on a
   * platform that is away they are not.
   */
  async alone(booking: Booking): Promise<CardChannel[]> {
    const cards = await this.cardsOf(booking, 'attendee');
    if (cards.length > 0) return cards.map(placeOf);
    const { bookedByIdentityId: id } = booking;
    const person = id ? await this.identities.find(id) : null;
    if (!person || !this.platforms.isConnected(person.platform)) return [];
    return this.directPlace(person, 'attendee');
  }

  /** Where cards stand that follow the booking. */
  async standing(booking: Booking): Promise<CardChannel[]> {
    const cards = await this.cardsOf(booking, ...FOR_HOSTS, 'attendee');
    return cards.filter((card) => readerOf(card, booking) !== 'former-host').map(placeOf);
  }

  /** Whether the latest change is told below the card that stands in this channel. */
  async isToldIn(channel: CardChannel, booking: Booking): Promise<boolean> {
    if (channel.events === null) return true;
    return isAnnounced(channel, await this.eventAt(booking, booking.sequence));
  }

  private async isTold({ hostId, ...booking }: Booking): Promise<boolean> {
    const alerts = await this.alerts.ofCalendar(booking.calendarId);
    const cards = await this.cardsOf(booking, ...FOR_HOSTS);
    return [...alerts, ...cards].some((place) => place.hostId === hostId);
  }

  private async directPlace(person: ChatPerson, audience: Audience): Promise<CardChannel[]> {
    const direct = await this.platforms.get(person.platform).directChannel(person);
    return direct.ok ? [{ ...direct.value, ...EVERYTHING, audience }] : [];
  }

  /** Those that stand: one that could not be posted is none. */
  private cardsOf(
    { id: bookingId }: Pick<Booking, 'id'>,
    ...audience: Audience[]
  ): Promise<PostedCard[]> {
    const standing = { bookingId, audience, reference: { $ne: null } };
    return this.database.read((em) => em.find(PostedCard, standing));
  }

  /** The sequence at which it came to its present host; -1 when they had it from the beginning. */
  private async handedAt({ id: bookingId }: Booking): Promise<number> {
    const handed = { bookingId, kind: 'handed_over' as const };
    const latest = { orderBy: { sequence: 'desc' as const }, limit: 1 };
    const [change] = await this.database.read((em) => em.find(BookingChange, handed, latest));
    return change?.sequence ?? -1;
  }

  private async eventAt({ id: bookingId }: Booking, sequence: number): Promise<AlertEvent | null> {
    const change = await this.database.read((em) =>
      em.findOne(BookingChange, { bookingId, sequence }),
    );
    return change && EVENT_OF[change.kind];
  }
}

const FOR_HOSTS = ['channel', 'host'] as const;

export const readerOf = ({ audience, hostId }: PostedCard, booking: Booking): CardReader =>
  audience === 'host' && hostId !== booking.hostId ? 'former-host' : audience;

/** For whoever is told alone, and for a card that stands where nothing new is announced any more. */
const EVERYTHING: AlertOptions = { events: null, detail: 'full' };

export const isAnnounced = ({ events }: AlertOptions, event: AlertEvent | null): boolean =>
  events === null || (event !== null && events.includes(event));

export const addressOf = ({ platform, workspace, channel }: ChannelKey): ChannelKey => ({
  platform,
  workspace,
  channel,
});

const alertOf = (place: ChannelAddress): ChannelAddress => ({
  ...addressOf(place),
  channelName: place.channelName,
});

const optionsOf = ({ events = null, detail }: AlertChannel): AlertOptions => ({ events, detail });

const placeOf = (card: PostedCard): CardChannel => ({
  ...alertOf(card),
  ...{ audience: card.audience, detail: card.detail, events: null },
});
