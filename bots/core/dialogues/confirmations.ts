import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { say } from '../../../src/language/say.js';
import type { CommandCall } from '../commands/command.js';
import { newUid } from '../../../src/shared/random.js';
import { type Choice, type Message, sentences, YES_OR_NO } from '../message.js';
import { Dialogues } from './dialogues.repository.js';

export const CONFIRM_DIALOGUE = 'confirm';

/** What a yes does, as the question says it. */
const VERBS = ['save', 'delete', 'revoke', 'unlink', 'forget', 'book', 'move', 'propose'] as const;

export type ConfirmedVerb = (typeof VERBS)[number];

const DESTROYING: readonly ConfirmedVerb[] = ['delete', 'revoke', 'unlink', 'forget'];

const lineSchema = z.object({
  /** Buttons name it, so that each answers the question below which it stands and no later one. */
  id: z.string(),
  line: z.string(),
  /** When it was said first (epoch milliseconds): a yes after midnight leaves `tomorrow` what it was. */
  saidAt: z.number(),
  /** The calendar that was asked about; a yes is about no other. */
  calendarId: z.string().optional(),
  verb: z.enum(VERBS).default('save'),
});

/** The question to somebody who is to host a calendar, which its buttons answer, too. */
const hostingSchema = z.object({ verb: z.literal('host'), handoverId: z.string() });

export const confirmStateSchema = z.union([hostingSchema, lineSchema]);

export type ConfirmState = z.infer<typeof confirmStateSchema>;

export type ConfirmedLine = Omit<z.infer<typeof lineSchema>, 'id' | 'verb'>;

/** How a question is answered: by a press, or in words. */
export type Answerable = Required<Pick<Message, 'choices' | 'typed'>>;

/** The answers to a question that takes a yes or a no. */
export const yesOrNoChoices = (id: string, yes: Omit<Choice, 'id'>): Answerable['choices'] => ({
  ...{ dialogue: id, step: YES_OR_NO },
  options: [
    { id: 'yes', ...yes },
    { id: 'no', label: say('commands:confirm.no') },
  ],
});

/** Asks before something unusual is saved. A yes gives the same command again, confirmed. */
@Injectable()
export class Confirmations {
  constructor(private readonly dialogues: Dialogues) {}

  async ask(call: CommandCall, question: string, verb: ConfirmedVerb = 'save'): Promise<Message> {
    return { ...sentences(question), ...(await this.expect(call, verb)), asks: 'yes' };
  }

  /**
   * Waits for the answer of somebody who is asked to host a calendar, and says how to give it: a yes
   * is to the latest such question. Null when they are in the middle of something else, where
   * buttons are left to them.
   */
  async expectHosting(identityId: string, handoverId: string): Promise<string | null> {
    const state = { verb: 'host', handoverId } as const;
    const asked = { kind: CONFIRM_DIALOGUE, state };
    const isHeard = await this.dialogues.keepUnlessBusy(identityId, asked);
    return isHeard ? say('commands:confirm.host') : null;
  }

  /** It was answered by a button, or never reached them. */
  async endHosting(identityId: string, handoverId: string): Promise<void> {
    const open = await this.dialogues.open(identityId);
    const asked = hostingSchema.safeParse(open?.state);
    if (asked.data?.handoverId === handoverId) await this.dialogues.close(identityId);
  }

  /** Waits for a yes to a question that is put in other words; the answers, to stand below it. */
  async expect(call: CommandCall, verb: ConfirmedVerb): Promise<Answerable> {
    const { line, saidAt, calendarId } = call;
    const id = newUid();
    const state = { id, line, saidAt, verb, ...(calendarId === undefined ? {} : { calendarId }) };
    await this.dialogues.leave(call.caller.id);
    await this.dialogues.keep(call.caller.id, { kind: CONFIRM_DIALOGUE, state });
    const look = DESTROYING.includes(verb) ? 'danger' : 'primary';
    const choices = yesOrNoChoices(id, { label: say(`commands:confirm.yes.${verb}`), look });
    return { choices, typed: say(`commands:confirm.${verb}`) };
  }
}
