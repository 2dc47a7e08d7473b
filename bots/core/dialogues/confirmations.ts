import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { say } from '../../../src/language/say.js';
import type { CommandCall } from '../commands/command.js';
import { type Message, sentences } from '../message.js';
import { Dialogues } from './dialogues.repository.js';

export const CONFIRM_DIALOGUE = 'confirm';

/** What a yes does, as the question says it. */
const VERBS = ['save', 'delete', 'revoke', 'unlink', 'forget', 'book', 'move', 'propose'] as const;

export type ConfirmedVerb = (typeof VERBS)[number];

const lineSchema = z.object({
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

export type ConfirmedLine = Omit<z.infer<typeof lineSchema>, 'verb'>;

/** Asks before something unusual is saved. A yes gives the same command again, confirmed. */
@Injectable()
export class Confirmations {
  constructor(private readonly dialogues: Dialogues) {}

  async ask(call: CommandCall, question: string, verb: ConfirmedVerb = 'save'): Promise<Message> {
    return { ...sentences(question, await this.expect(call, verb)), asks: 'yes' };
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

  /** Waits for a yes to a question that is put in other words; what a yes does, to stand below it. */
  async expect(call: CommandCall, verb: ConfirmedVerb): Promise<string> {
    const { line, saidAt, calendarId } = call;
    const state = { line, saidAt, verb, ...(calendarId === undefined ? {} : { calendarId }) };
    await this.dialogues.leave(call.caller.id);
    await this.dialogues.keep(call.caller.id, { kind: CONFIRM_DIALOGUE, state });
    return say(`commands:confirm.${verb}`);
  }
}
