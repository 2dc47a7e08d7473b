import type { ChatPerson } from '../../src/hosts/identities.service.js';
import type { FoundChannel } from '../../src/calendars/alerts/channel-finder.js';
import type { ChannelAddress } from '../../src/calendars/create-calendar.service.js';
import type { Outcome } from '../../src/shared/outcome.js';
import type { Message } from './message.js';

/** Why a message can never arrive, in a sentence that says what the host can do. */
export interface Undeliverable {
  readonly sentence: string;
  /** The message that was to be changed is not there any more; it may be posted anew. */
  readonly isGone?: true;
}

/** What a platform knows about one of its people. */
export interface ChatProfile {
  /** IANA name; null when the platform does not know it. */
  readonly timeZone: string | null;
  readonly email: string | null;
  /** Whether a direct message reaches them. */
  readonly isReachable: boolean;
  readonly isAdmin: boolean;
  /** Whether they may have calendars, as long as no admin has said otherwise. */
  readonly mayHost: boolean;
  /** Whom to ask for what only admins may do, as it reads inside a sentence. */
  readonly admins: string;
}

/** The platform's own name for a message that was posted; opaque to everybody else. */
export type MessageReference = string;

export type Delivery = Outcome<MessageReference, Undeliverable>;

/**
 * One chat platform, in our words. What can never succeed is answered as `Undeliverable`; a passing
 * failure is thrown, and the job that asked comes again.
 */
export abstract class ChatPlatform {
  /** `console`, `slack`, `discord`. */
  abstract readonly name: string;

  /** Why nothing arrives at all, and what whoever runs the product has to mend; null while it works. */
  complaint(): string | null {
    return null;
  }

  /**
   * Waits until one more message may be sent there; whoever sends waits here first, holding nothing.
   * @throws Fault when that takes too long: the job comes again.
   */
  abstract ready(channel: ChannelAddress): Promise<void>;

  abstract post(channel: ChannelAddress, message: Message): Promise<Delivery>;

  /** Replaces a posted message. Answers `isGone` where there is none: a new one would need a turn. */
  abstract edit(
    channel: ChannelAddress,
    reference: MessageReference,
    message: Message,
  ): Promise<Delivery>;

  /** In the thread of a posted message, or as a reply to it. */
  abstract reply(
    channel: ChannelAddress,
    reference: MessageReference,
    message: Message,
  ): Promise<Delivery>;

  /** A direct message. */
  abstract tell(person: ChatPerson, message: Message): Promise<Delivery>;

  /** Where the assistant and this person talk alone: a place like a channel. */
  abstract directChannel(person: ChatPerson): Promise<Outcome<ChannelAddress, Undeliverable>>;

  /**
   * The page of the assistant that this person opens by themselves, from top to bottom. False where
   * there is none: the platform has no such page, or not for them.
   */
  abstract showHome(person: ChatPerson, sections: readonly Message[]): Promise<boolean>;

  abstract profileOf(person: ChatPerson): Promise<ChatProfile>;

  /** The channel that somebody named, if the assistant may post there. */
  abstract findChannel(
    asker: ChatPerson,
    name: string,
  ): Promise<Outcome<FoundChannel, Undeliverable>>;

  /** The person whom somebody named. */
  abstract findPerson(asker: ChatPerson, name: string): Promise<Outcome<ChatPerson, Undeliverable>>;
}
