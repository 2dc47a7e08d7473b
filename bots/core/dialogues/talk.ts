import type { OnModuleInit } from '@nestjs/common';
import { say } from '../../../src/language/say.js';
import type { Outcome } from '../../../src/shared/outcome.js';
import type { SentenceProblem } from '../../../src/shared/sentence-problem.js';
import type { Message } from '../message.js';
import type { Dialogues } from './dialogues.repository.js';
import type { Talker } from './talker.js';

/** A choice as a platform hands it over. */
export interface Chosen {
  readonly dialogue: string;
  readonly step: string;
  readonly choice: string;
}

/** A state after what decides itself was decided, and what should be said about that. */
export interface Settled<State> {
  readonly state: State;
  readonly notes: readonly string[];
}

/** Where a dialogue stands, and what the world says to that. */
export interface Stand<State, Facts> extends Settled<State> {
  readonly facts: Facts;
}

/** How a dialogue goes: functions of its state and of what the world says to it, and of nothing else. */
export interface Script<State, Facts, Turn> {
  readonly step: (state: State, facts: Facts) => string;
  /** Decides what leaves no choice; the same state when nothing does. */
  readonly settle: (state: State, facts: Facts) => Settled<State>;
  /** What a typed word leads to. */
  readonly answered: (state: State, facts: Facts, text: string) => Outcome<Turn, SentenceProblem>;
  /** What a choice leads to, by its id. */
  readonly chosen: (state: State, facts: Facts, choice: string) => Outcome<Turn, SentenceProblem>;
  readonly question: (state: State, facts: Facts, notes: readonly string[]) => Message;
  /** Why it cannot go on; null when it can. */
  readonly deadEnd: (state: State, facts: Facts) => Message | null;
}

/** Another look is needed, since the world has changed meanwhile: at what, and why. */
export interface LookAgain<State> {
  readonly again: State;
  readonly why: string;
}

export const STOP_WORDS = /^(?:stop|cancel|quit)(?: (?:it|this|that))?[.!]?$/i;

/** Carries a dialogue from one answer to the next. Its state is kept between them, its facts are read anew. */
export abstract class Talk<
  State extends { readonly id: string },
  Facts,
  Turn,
> implements OnModuleInit {
  /** The name under which its state is kept. */
  abstract readonly kind: string;
  protected abstract readonly script: Script<State, Facts, Turn>;

  /** Words that end it whatever is asked. */
  readonly stopWords: RegExp = STOP_WORDS;
  /** The steps that ask for words of one's own, in which anything may be meant. */
  protected abstract readonly wordSteps: readonly string[];

  constructor(protected readonly dialogues: Dialogues) {}

  onModuleInit(): void {
    this.dialogues.whenLeft(this.kind, (kept) => this.abandon(kept));
  }

  /** Somebody left the dialogue: what was held for it can go. */
  abstract abandon(kept: unknown): Promise<void>;

  /** What is said to a picker that is over; `kept` is what it was about. */
  abstract expired(kept: unknown): Message;

  /** Null when what is kept is no state of this dialogue. */
  protected abstract stateIn(kept: unknown): State | null;

  /** Refused when what the dialogue is about is gone, or no longer this person's. */
  protected abstract factsOf(talker: Talker, state: State): Promise<Outcome<Facts, Message>>;

  protected abstract follow(
    talker: Talker,
    stand: Stand<State, Facts>,
    turn: Turn,
  ): Promise<Message>;

  /** The next typed word of somebody who is asked. */
  async answer(talker: Talker, kept: unknown, text: string): Promise<Message> {
    const state = this.stateIn(kept);
    if (!state) return this.expired(kept);
    const stand = await this.stand(talker, state);
    if (!stand.ok) return this.end(talker, stand.problem);
    const { state: settled, facts } = stand.value;
    return this.take(talker, stand.value, this.script.answered(settled, facts, text));
  }

  /** Whether words that are a command elsewhere would be an answer now. */
  async asksForWords(talker: Talker, kept: unknown): Promise<boolean> {
    const state = this.stateIn(kept);
    if (!state) return false;
    const stand = await this.stand(talker, state);
    if (!stand.ok) return false;
    const { state: settled, facts } = stand.value;
    return this.wordSteps.includes(this.script.step(settled, facts));
  }

  /** Whether words answer what is asked now. */
  async takes(talker: Talker, kept: unknown, text: string): Promise<boolean> {
    const state = this.stateIn(kept);
    const stand = state && (await this.stand(talker, state));
    if (!stand?.ok) return false;
    return this.script.answered(stand.value.state, stand.value.facts, text).ok;
  }

  /** The choice of a picker, which may be an earlier one's, or of a question that was answered since. */
  async choose(
    talker: Talker,
    kept: unknown,
    { dialogue, step, choice }: Chosen,
  ): Promise<Message> {
    const state = this.stateIn(kept);
    if (state?.id !== dialogue) return this.expired(kept);
    const stand = await this.stand(talker, state);
    if (!stand.ok) return this.end(talker, stand.problem);
    const { state: settled, facts, notes } = stand.value;
    const isPresent = this.script.step(settled, facts) === step;
    if (!isPresent) return this.script.question(settled, facts, notes);
    return this.take(talker, stand.value, this.script.chosen(settled, facts, choice));
  }

  /** What cannot be taken is asked again, with the reason. */
  private async take(
    talker: Talker,
    stand: Stand<State, Facts>,
    turn: Outcome<Turn, SentenceProblem>,
  ): Promise<Message> {
    if (turn.ok) return this.follow(talker, stand, turn.value);
    await this.keep(talker, stand.state);
    return this.script.question(stand.state, stand.facts, [turn.problem.sentence]);
  }

  /** Takes the place of what was open. The first question says how to leave; those after it need not. */
  protected async begin(talker: Talker, wanted: State): Promise<Message> {
    await this.dialogues.leave(talker.caller.id);
    const { said, isAsked } = await this.reach(talker, wanted, []);
    const offersStop = said.choices?.options.some(({ id }) => id === 'stop');
    if (!isAsked || offersStop) return said;
    return { ...said, lines: [...said.lines, [say('setup:mayStop')]] };
  }

  protected async goOn(
    talker: Talker,
    wanted: State,
    before: readonly string[] = [],
  ): Promise<Message> {
    return (await this.reach(talker, wanted, before)).said;
  }

  private async reach(
    talker: Talker,
    wanted: State,
    before: readonly string[],
  ): Promise<{ readonly said: Message; readonly isAsked: boolean }> {
    const over = async (message: Message) => ({
      said: await this.end(talker, message),
      isAsked: false,
    });
    const stand = await this.stand(talker, wanted);
    if (!stand.ok) return over(stand.problem);
    const { state, facts, notes } = stand.value;
    const said = [...before, ...notes];
    const secured = await this.secure(talker, state);
    if ('again' in secured) {
      return this.reach(talker, secured.again, [...new Set([...said, secured.why])]);
    }
    const end = this.script.deadEnd(secured, facts);
    if (end !== null) {
      await this.abandon(secured);
      return over({ ...end, lines: [...said.map((note) => [note]), ...end.lines] });
    }
    await this.keep(talker, secured);
    return { said: this.script.question(secured, facts, said), isAsked: true };
  }

  /** Makes sure of what was chosen before more is asked. */
  secure(_talker: Talker, state: State): Promise<State | LookAgain<State>> {
    return Promise.resolve(state);
  }

  keep({ caller }: Talker, state: State): Promise<void> {
    return this.dialogues.keep(caller.id, { kind: this.kind, state });
  }

  async end({ caller }: Talker, said: Message): Promise<Message> {
    await this.dialogues.close(caller.id, this.kind);
    return said;
  }

  /** Where the dialogue stands once everything is decided that leaves no choice. */
  async stand(talker: Talker, wanted: State): Promise<Outcome<Stand<State, Facts>, Message>> {
    let state = wanted;
    const notes: string[] = [];
    for (;;) {
      const facts = await this.factsOf(talker, state);
      if (!facts.ok) return facts;
      const settled = this.script.settle(state, facts.value);
      notes.push(...settled.notes);
      if (settled.state === state) return { ok: true, value: { state, facts: facts.value, notes } };
      state = settled.state;
    }
  }
}
