import { Injectable } from '@nestjs/common';
import { Assistant } from '../core/assistant.js';
import type { FormWish } from '../core/forms/form.js';
import { type AnswerPlace, SlackAnswers } from './slack-answers.js';
import { SlackPersons } from './slack-persons.js';
import { SlackPlatform } from './slack.platform.js';
import type { SlackTurn } from './slack-turn.js';
import { type OpenWindow, SlackWindows, type Trigger } from './slack-windows.js';
import { SlackWork } from './slack-work.js';

/** What somebody wants who did something in Slack. */
interface Wanted {
  /** What opens in a window; null where words answer. */
  readonly form: FormWish | null;
  /** Where words are looked for; a window that is there already shows the form, too. */
  readonly place: AnswerPlace;
  /** Answers in words, also where no window could be opened. */
  readonly answer: () => Promise<void>;
}

type WindowTurn = SlackTurn & Pick<Trigger, 'triggerId'>;

/** How everything is heeded that may open a window: commands, presses and shortcuts. */
@Injectable()
export class SlackWindowTurns {
  constructor(
    private readonly assistant: Assistant,
    private readonly platform: SlackPlatform,
    private readonly persons: SlackPersons,
    private readonly windows: SlackWindows,
    private readonly answers: SlackAnswers,
    private readonly work: SlackWork,
  ) {}

  /** A window has to open before anything is looked up; then what was done is heeded once. */
  async heed(turn: WindowTurn, { form, place, answer }: Wanted): Promise<void> {
    const opened = form && (await this.windowFor(turn, place));
    const isSecond = opened === 'twice';
    const window = isSecond ? null : opened;
    const shown: AnswerPlace = window ? { kind: 'window', window } : place;
    await this.work.once(
      { ...turn, isSecond },
      () => (form && window ? this.open(turn, form, window) : answer()),
      () => this.answers.sorry(shown),
    );
  }

  /** The one in which it was done, or a new one. */
  private windowFor(turn: WindowTurn, place: AnswerPlace): Promise<OpenWindow | 'twice' | null> {
    if (place.kind === 'window') return Promise.resolve(place.window);
    return this.windows.openWaiting(turn);
  }

  private async open(turn: WindowTurn, form: FormWish, window: OpenWindow): Promise<void> {
    const { platform } = this;
    const person = await this.persons.of(turn);
    await this.answers.show(window, await this.assistant.openForm({ person, platform, form }));
  }
}
