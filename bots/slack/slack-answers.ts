import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { ChannelAddress } from '../../src/calendars/create-calendar.service.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { say } from '../../src/language/say.js';
import { Postponed } from '../../src/jobs/postponed.js';
import { Fault } from '../../src/shared/fault.js';
import { type Answer, inWords } from '../core/forms/form.js';
import { type Message, sentences } from '../core/message.js';
import { withFileInParts } from './long-file.renderer.js';
import { type ResponsePlace, SlackResponses } from './slack-responses.js';
import { SlackPlatform } from './slack.platform.js';
import { type OpenWindow, SlackWindows } from './slack-windows.js';

/** Where somebody sees what comes of what they did. */
export type AnswerPlace =
  /** Below a message in a channel, or in its place; for them alone. */
  | { readonly kind: 'response'; readonly response: ResponsePlace; readonly person: ChatPerson }
  /** The next message in the direct messages with them, or in the thread in which they wrote there. */
  | { readonly kind: 'direct'; readonly channel: ChannelAddress; readonly thread?: string }
  /** The same, wherever those are. */
  | { readonly kind: 'person'; readonly person: ChatPerson }
  /** The window in which they did it. */
  | { readonly kind: 'window'; readonly window: OpenWindow; readonly person: ChatPerson };

type Respond = Extract<AnswerPlace, { kind: 'response' }>;
type Direct = Extract<AnswerPlace, { kind: 'direct' }>;
export type WindowPlace = Extract<AnswerPlace, { kind: 'window' }>;

/** Somebody waits before the screen: Slack is asked so often, after so many milliseconds each. */
const PAUSES = [1_000, 3_000, 10_000, 15_000];

/** A pause that Slack asks for itself is kept up to this long, in milliseconds. */
const LONGEST_PAUSE = 60_000;

/** A window that was closed has nobody before it, and one that shows something newer is right. */
const SUPERSEDED = /^(?:not_found|hash_conflict)$/;

/** Shows answers where they are looked for. */
@Injectable()
export class SlackAnswers implements OnModuleDestroy {
  private readonly logger = new Logger(SlackAnswers.name);
  private readonly ending = new AbortController();

  constructor(
    private readonly platform: SlackPlatform,
    private readonly windows: SlackWindows,
    private readonly responses: SlackResponses,
  ) {}

  onModuleDestroy(): void {
    this.ending.abort();
  }

  /** A file that is too long for one message comes in more, one after the other. */
  async say(place: AnswerPlace, message: Message): Promise<void> {
    const [first = message, ...more] = withFileInParts(message);
    await this.sayHere(place, first);
    for (const part of more)
      await (place.kind === 'direct' ? this.post(place, part) : this.tell(place.person, part));
  }

  private sayHere(place: AnswerPlace, message: Message): Promise<void> {
    switch (place.kind) {
      case 'response':
        return this.respond(place, message);
      case 'direct':
        return this.post(place, message);
      case 'person':
        return this.tell(place.person, message);
      case 'window':
        return this.show(place, inWords(message)).then(() => undefined);
    }
  }

  /** Whatever it was, it came to nothing. */
  sorry(place: AnswerPlace): Promise<void> {
    return this.say(place, sentences(say('commands:failed')));
  }

  /** What no window can show is told directly. False when the window shows something newer by now. */
  async show({ window, person }: WindowPlace, answer: Answer): Promise<boolean> {
    const shown = await this.patiently(() => this.windows.show(window, answer));
    if (shown?.ok) return true;
    const code = shown?.problem.code ?? 'away';
    if (SUPERSEDED.test(code)) return code === 'not_found';
    this.logger.warn(`A window was not shown: ${code}`);
    const words = answer.kind === 'message' ? answer.message : sentences(say('slack:noWindow'));
    await this.tell(person, words);
    return true;
  }

  /** Who did it long ago is told directly. */
  private async respond({ response, person }: Respond, message: Message): Promise<void> {
    const isTaken = await this.patiently(() => this.responses.answer(response, message));
    if (isTaken !== true) await this.tell(person, message);
  }

  private async tell(person: ChatPerson, message: Message): Promise<void> {
    await this.patiently(() => this.platform.tell(person, message));
  }

  private async post({ channel, thread }: Direct, message: Message): Promise<void> {
    const { platform } = this;
    await this.patiently(async () => {
      await platform.ready(channel);
      return thread === undefined
        ? platform.post(channel, message)
        : platform.reply(channel, thread, message);
    });
  }

  /** Null when Slack was out of order for all that time. */
  private async patiently<T>(ask: () => Promise<T>): Promise<T | null> {
    for (const pause of [...PAUSES, null]) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        if (pause === null || this.ending.signal.aborted) {
          this.logger.error({ err: error }, 'An answer could not be shown in Slack.');
          return null;
        }
        const wait = error instanceof Postponed ? error.seconds * 1_000 : 0;
        const longest = Math.max(pause, Math.min(wait, LONGEST_PAUSE));
        await setTimeout(longest, undefined, { signal: this.ending.signal }).catch(() => undefined);
      }
    }
    return null;
  }
}
