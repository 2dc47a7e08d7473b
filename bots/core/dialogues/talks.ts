import { Injectable } from '@nestjs/common';
import type { Message } from '../message.js';
import { BookingTalk } from './booking/booking-talk.js';
import { CancelTalk } from './cancel/cancel-talk.js';
import { Dialogues, type DialogueState } from './dialogues.repository.js';
import { expiredPicker } from './expired-picker.js';
import { OtherTimeTalk } from './other-time/other-time-talk.js';
import type { Chosen, Talk } from './talk.js';
import type { Talker } from './talker.js';

/** What every dialogue with choices can do, whatever it is about. */
export type AnyTalk = Pick<
  Talk<{ readonly id: string }, unknown, unknown>,
  'kind' | 'answer' | 'takes' | 'asksForWords' | 'choose' | 'stopWords' | 'abandon' | 'expired'
>;

/** The dialogues that offer choices, by the name under which their state is kept. */
@Injectable()
export class Talks {
  private readonly all: readonly AnyTalk[];

  constructor(
    private readonly dialogues: Dialogues,
    booking: BookingTalk,
    otherTime: OtherTimeTalk,
    cancel: CancelTalk,
  ) {
    this.all = [booking, otherTime, cancel];
  }

  of({ kind }: Pick<DialogueState, 'kind'>): AnyTalk | undefined {
    return this.all.find((talk) => talk.kind === kind);
  }

  /** A choice of a select or button. Nobody has another person's dialogue: to them it is over. */
  async choose(talker: Talker, chosen: Chosen): Promise<Message> {
    const open = await this.dialogues.open(talker.caller.id);
    const talk = open && this.of(open);
    if (!open || !talk) return (await this.expired(talker)) ?? expiredPicker(null);
    return talk.choose(talker, open.state, chosen);
  }

  /** What is said to a picker that ran out by itself; null when there was none. */
  async expired({ caller }: Talker): Promise<Message | null> {
    const last = await this.dialogues.last(caller.id);
    return (last && this.of(last)?.expired(last.state)) ?? null;
  }
}
