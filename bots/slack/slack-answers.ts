import { Injectable, Logger } from '@nestjs/common';
import type { ChannelAddress } from '../../src/calendars/create-calendar.service.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { type Answer, inWords } from '../core/forms/form.js';
import { say } from '../../src/language/say.js';
import { type Message, sentences } from '../core/message.js';
import { type ResponsePlace, SlackResponses } from './slack-responses.js';
import { SlackPlatform } from './slack.platform.js';
import { type OpenWindow, SlackWindows, type Trigger } from './slack-windows.js';
import { wordsModal } from './view.renderer.js';

/** Where somebody sees what comes of what they did. */
export type AnswerPlace =
  /** Below a message in a channel, or in its place; for them alone. */
  | { readonly kind: 'response'; readonly response: ResponsePlace; readonly person: ChatPerson }
  /** The next message in the direct messages with them, or in the thread in which they wrote there. */
  | { readonly kind: 'direct'; readonly channel: ChannelAddress; readonly thread?: string }
  /** The same, wherever those are. */
  | { readonly kind: 'person'; readonly person: ChatPerson }
  /** The window in which they did it. */
  | { readonly kind: 'window'; readonly window: OpenWindow }
  /** A window of its own, over the home tab. */
  | { readonly kind: 'trigger'; readonly trigger: Trigger };

type Respond = Extract<AnswerPlace, { kind: 'response' }>;
type Direct = Extract<AnswerPlace, { kind: 'direct' }>;

/** Shows answers where they are looked for. */
@Injectable()
export class SlackAnswers {
  private readonly logger = new Logger(SlackAnswers.name);

  constructor(
    private readonly platform: SlackPlatform,
    private readonly windows: SlackWindows,
    private readonly responses: SlackResponses,
  ) {}

  say(place: AnswerPlace, message: Message): Promise<void> {
    switch (place.kind) {
      case 'response':
        return this.respond(place, message);
      case 'direct':
        return this.post(place, message);
      case 'person':
        return this.tell(place.person, message);
      case 'window':
        return this.show(place.window, inWords(message));
      case 'trigger':
        return this.windows.open(place.trigger, wordsModal(message));
    }
  }

  /** Whatever it was, it came to nothing. */
  sorry(place: AnswerPlace): Promise<void> {
    return this.say(place, sentences(say('commands:failed')));
  }

  /** A window that was closed meanwhile has nobody before it. */
  async show(window: OpenWindow, answer: Answer): Promise<void> {
    const shown = await this.windows.show(window, answer);
    if (!shown.ok) this.logger.debug(`A window was not shown: ${shown.problem.code}`);
  }

  /** Who did it long ago is told directly. */
  private async respond({ response, person }: Respond, message: Message): Promise<void> {
    if (!(await this.responses.answer(response, message))) await this.tell(person, message);
  }

  private async tell(person: ChatPerson, message: Message): Promise<void> {
    const delivery = await this.platform.tell(person, message);
    if (!delivery.ok) this.logger.warn(delivery.problem.sentence);
  }

  private async post({ channel, thread }: Direct, message: Message): Promise<void> {
    const { platform } = this;
    await platform.ready(channel);
    const delivery = await (thread === undefined
      ? platform.post(channel, message)
      : platform.reply(channel, thread, message));
    if (!delivery.ok) this.logger.warn(delivery.problem.sentence);
  }
}
