import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { say } from '../../../src/language/say.js';
import type { ChatPlatform } from '../chat-platform.js';
import { SETUP_DIALOGUE, SetupCommand } from '../commands/calendar/setup.command.js';
import { type Message, sentences, YES_OR_NO } from '../message.js';
import { BOOKING_DIALOGUE } from './booking/booking-talk.js';
import { OWN_BOOKING } from './cancel/cancel.dialogue.js';
import { CANCEL_DIALOGUE } from './cancel/cancel-talk.js';
import {
  CONFIRM_DIALOGUE,
  type ConfirmedLine,
  type ConfirmState,
  confirmStateSchema,
} from './confirmations.js';
import { Dialogues, type DialogueState } from './dialogues.repository.js';
import { DirectTalk, MEANT_DIALOGUE } from './booking/direct-talk.js';
import type { DirectWords } from './booking/direct-words.parser.js';
import { setupStateSchema } from './setup.dialogue.js';
import { type Chosen, STOP_WORDS } from './talk.js';
import type { Talker } from './talker.js';
import { type AnyTalk, Talks } from './talks.js';
import { yesOrNo } from './yes-or-no.js';

/** A word that is no command. */
export interface Word {
  readonly caller: ChatIdentity;
  readonly platform: ChatPlatform;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly saidAt: number;
  /** Gives an earlier command line again, confirmed. */
  readonly again: (confirmed: ConfirmedLine) => Promise<Message>;
  /** Does what a button does. */
  readonly press: (button: {
    readonly verb: 'accept-host' | 'decline-host';
    readonly subject: string;
  }) => Promise<Message>;
}

/** They speak of a booking, not of what they are asked. */
const CANCEL_BOOKING = new RegExp(`^(?:please )?(?:cancel|call off) ${OWN_BOOKING}[.!]?$`, 'i');

/** What came of a question whose answer was pressed; the buttons may be pressed again. */
const ANSWERED_DIALOGUE = 'answered';
const answeredSchema = z.object({ id: z.string(), said: z.custom<Message>() });

const meantSchema = z.object({ meant: z.string() });

/** Carries on the conversation that waits for this person, if there is one. */
@Injectable()
export class Conversations {
  constructor(
    private readonly dialogues: Dialogues,
    private readonly setup: SetupCommand,
    private readonly talks: Talks,
    private readonly direct: DirectTalk,
  ) {}

  async isOpen({ id }: ChatIdentity): Promise<boolean> {
    return (await this.dialogues.open(id)) !== null;
  }

  /** Whether they are at a question that asks for words: one of a set-up, of a form, or why. */
  async isFilling(talker: Talker): Promise<boolean> {
    const open = await this.dialogues.open(talker.caller.id);
    if (!open || open.kind === SETUP_DIALOGUE) return open !== null;
    return (await this.talks.of(open)?.asksForWords(talker, open.state)) ?? false;
  }

  /** Whoever gives another command has left the question behind; a set-up waits on. */
  async leaveQuestion({ id }: ChatIdentity): Promise<void> {
    await this.dialogues.close(id, CONFIRM_DIALOGUE);
    await this.dialogues.close(id, CANCEL_DIALOGUE);
  }

  async continue(word: Word): Promise<Message> {
    const dialogue = await this.dialogues.open(word.caller.id);
    return dialogue ? this.goOn(word, dialogue) : this.direct.hear(word, word.text);
  }

  /** A press instead of a word. It answers the question below which it stands, while that is open. */
  async choose(presser: Omit<Word, 'text'>, chosen: Chosen): Promise<Message> {
    if (chosen.step !== YES_OR_NO) return this.talks.choose(presser, chosen);
    const { id } = presser.caller;
    const open = await this.dialogues.open(id);
    const text = yesOrNo(chosen.choice);
    if (open?.state['id'] !== chosen.dialogue || text === null)
      return this.noLongerOpen(id, chosen);
    const said = await this.goOn({ ...presser, text }, open);
    // Whoever is forgotten leaves no trace of that either.
    if (open.state['verb'] === 'forget') return said;
    const state = { id: chosen.dialogue, said };
    await this.dialogues.remember(id, { kind: ANSWERED_DIALOGUE, state });
    return said;
  }

  /** Pressed once more, or too late, or by somebody else. */
  private async noLongerOpen(identityId: string, { dialogue }: Chosen): Promise<Message> {
    const last = await this.dialogues.last(identityId);
    const answered = answeredSchema.safeParse(last?.state).data;
    if (last?.kind === ANSWERED_DIALOGUE && answered?.id === dialogue) return answered.said;
    const isOthers = await this.dialogues.isOthers(identityId, dialogue);
    return sentences(say(isOthers ? 'commands:handover.notYours' : 'commands:confirm.closed'));
  }

  private async goOn(word: Word, dialogue: DialogueState): Promise<Message> {
    const talk = this.talks.of(dialogue);
    if (talk && talk.kind !== CANCEL_DIALOGUE && CANCEL_BOOKING.test(word.text.trim())) {
      await talk.abandon(dialogue.state);
      return this.cancelInstead(word, dialogue);
    }
    const stopWords = talk?.stopWords ?? STOP_WORDS;
    if (stopWords.test(word.text.trim())) {
      await talk?.abandon(dialogue.state);
      const isOpen = await this.dialogues.close(word.caller.id);
      return sentences(say(isOpen ? 'setup:stopped' : 'setup:answered'));
    }
    if (talk)
      return (
        (await this.turnedAside(word, talk, dialogue)) ??
        talk.answer(word, dialogue.state, word.text)
      );
    switch (dialogue.kind) {
      case CONFIRM_DIALOGUE:
        return this.confirm(word, dialogue);
      case MEANT_DIALOGUE:
        return this.hearMeant(word, dialogue);
      default:
        return this.answerSetup(word, dialogue);
    }
  }

  /** What is said to words that speak of something new; null where they answer what is asked. */
  private async turnedAside(word: Word, talk: AnyTalk, { state }: DialogueState) {
    const words = this.direct.newIn(word.text);
    if (words === null || (await talk.takes(word, state, word.text))) return null;
    const { want, person, when } = words;
    // Whoever names nobody goes on with the person they are at.
    const isSamePerson = want === 'book' && person === null;
    return isSamePerson ? talk.answer(word, state, when ?? '') : this.hearNew(word, words);
  }

  /** A new wish takes the place of what is open; a look at something else leaves it open. */
  private async hearNew(word: Word, { want }: DirectWords): Promise<Message> {
    const said = await this.direct.hear(word, word.text);
    if (want === 'book') return said;
    return { ...said, lines: [...said.lines, [say('book:direct.stillOpen')]] };
  }

  /** They leave what they are at, and it is a booking of theirs that they want to be rid of. */
  private async cancelInstead(word: Word, { kind }: DialogueState): Promise<Message> {
    await this.dialogues.close(word.caller.id);
    const asked = kind === BOOKING_DIALOGUE ? await this.direct.cancelOwn(word) : null;
    return asked ?? sentences(say('setup:stopped'));
  }

  /** A yes to the words that somebody mistyped; any others are heard for themselves. */
  private async hearMeant(word: Word, { state }: DialogueState): Promise<Message> {
    await this.dialogues.close(word.caller.id, MEANT_DIALOGUE);
    const answer = yesOrNo(word.text);
    if (answer === 'no') return sentences(say('setup:stopped'));
    const text = answer === 'yes' ? meantSchema.parse(state).meant : word.text;
    return this.direct.hear(word, text);
  }

  private async confirm(word: Word, asked: DialogueState): Promise<Message> {
    const answer = yesOrNo(word.text);
    if (answer === null) return this.unclear(word, confirmStateSchema.parse(asked.state));
    const done = await this.dialogues.settle(word.caller.id, asked, (kept) => {
      const state = confirmStateSchema.parse(kept);
      if ('handoverId' in state) {
        const verb = answer === 'yes' ? 'accept-host' : 'decline-host';
        return word.press({ verb, subject: state.handoverId });
      }
      if (answer === 'yes') return word.again(state);
      return Promise.resolve(sentences(say('setup:stopped')));
    });
    return done ?? sentences(say('setup:answered'));
  }

  /** Whoever was asked without having said anything may talk of something else first. */
  private unclear(word: Word, asked: ConfirmState): Promise<Message> {
    if ('handoverId' in asked) return this.direct.hear(word, word.text);
    const words = this.direct.newIn(word.text);
    if (words !== null) return this.hearNew(word, words);
    return Promise.resolve(sentences(say(`commands:confirm.${asked.verb}`)));
  }

  private answerSetup(said: Word, { state }: DialogueState): Promise<Message> {
    const { caller, platform, text, saidAt } = said;
    const hostIds = caller.hostId ? [caller.hostId] : [];
    const word = () => undefined;
    const call = { caller, platform, hostIds, line: text, saidAt, isConfirmed: true, word };
    return this.setup.answer(call, setupStateSchema.parse(state), text);
  }
}
