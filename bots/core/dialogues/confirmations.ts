import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { say } from '../../../src/language/say.js';
import type { CommandCall } from '../commands/command.js';
import { type Message, sentences } from '../message.js';
import { Dialogues } from './dialogues.repository.js';

export const CONFIRM_DIALOGUE = 'confirm';

/** What a yes does, as the question says it. */
const VERBS = ['save', 'delete', 'revoke', 'unlink', 'forget', 'book', 'move', 'propose'] as const;

type ConfirmedVerb = (typeof VERBS)[number];

export const confirmStateSchema = z.object({
  line: z.string(),
  /** When it was said first (epoch milliseconds): a yes after midnight leaves `tomorrow` what it was. */
  saidAt: z.number(),
  /** The calendar that was asked about; a yes is about no other. */
  calendarId: z.string().optional(),
  verb: z.enum(VERBS).default('save'),
});

export type ConfirmedLine = Omit<z.infer<typeof confirmStateSchema>, 'verb'>;

/** Asks before something unusual is saved. A yes gives the same command again, confirmed. */
@Injectable()
export class Confirmations {
  constructor(private readonly dialogues: Dialogues) {}

  async ask(call: CommandCall, question: string, verb: ConfirmedVerb = 'save'): Promise<Message> {
    return sentences(question, await this.expect(call, verb));
  }

  /** Waits for a yes to a question that is put in other words; what a yes does, to stand below it. */
  async expect(call: CommandCall, verb: ConfirmedVerb): Promise<string> {
    const { line, saidAt, calendarId } = call;
    const state = { line, saidAt, verb, ...(calendarId === undefined ? {} : { calendarId }) };
    await this.dialogues.keep(call.caller.id, { kind: CONFIRM_DIALOGUE, state });
    return say(`commands:confirm.${verb}`);
  }
}
