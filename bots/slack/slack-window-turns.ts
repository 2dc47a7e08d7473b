import { Injectable } from '@nestjs/common';
import { Assistant } from '../core/assistant.js';
import type { FormWish } from '../core/forms/form.js';
import { slackPerson } from './slack-address.js';
import { type AnswerPlace, SlackAnswers, type WindowPlace } from './slack-answers.js';
import { SlackPersons } from './slack-persons.js';
import { SlackPlatform } from './slack.platform.js';
import type { SlackTurn } from './slack-turn.js';
import { type OpenWindow, SlackWindows, type Trigger } from './slack-windows.js';
import { type Shown, SlackWork } from './slack-work.js';

/** What somebody wants who did something in Slack. */
interface Wanted {
  /** What opens in a window; null where words answer. */
  readonly form: FormWish | null;
  /** Where words are looked for; a window that is there already shows the form, too. */
  readonly place: AnswerPlace | 'own-window';
  /** What is said in words, also where no window could be opened. */
  readonly answer: (place: AnswerPlace) => Promise<Shown>;
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
    const isShownInWindow = form !== null || place === 'own-window';
    const opened = isShownInWindow ? await this.windowFor(turn, place) : null;
    const isSecond = opened === 'twice';
    const person = slackPerson(turn);
    const window: WindowPlace | null =
      opened === null || isSecond ? null : { kind: 'window', window: opened, person };
    // What should have had a window of its own, and came too late for it, is told directly.
    const words = place === 'own-window' ? ({ kind: 'person', person } as const) : place;
    await this.work.once(
      { ...turn, isSecond },
      () => (form && window ? this.open(turn, form, window) : answer(window ?? words)),
      () => this.answers.sorry(window ?? words),
    );
  }

  /** The one in which it was done, or a new one. */
  private windowFor(
    turn: WindowTurn,
    place: Wanted['place'],
  ): Promise<OpenWindow | 'twice' | null> {
    const isThere = place !== 'own-window' && place.kind === 'window';
    return isThere ? Promise.resolve(place.window) : this.windows.openWaiting(turn);
  }

  private async open(turn: WindowTurn, form: FormWish, window: WindowPlace): Promise<Shown> {
    const { platform } = this;
    const person = await this.persons.of(turn);
    const answer = await this.assistant.openForm({ person, platform, form });
    return async () => {
      await this.answers.show(window, answer);
    };
  }
}
