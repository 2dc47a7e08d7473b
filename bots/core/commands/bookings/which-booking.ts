import { Injectable } from '@nestjs/common';
import { Env } from '../../../../src/config/env.js';
import { say } from '../../../../src/language/say.js';
import type { Talker } from '../../dialogues/talker.js';
import { grammarNamed, typedName } from '../../grammar/grammar.js';
import type { UnfinishedCommand } from '../../grammar/grammar-problem.js';
import { type Message, sentences } from '../../message.js';
import { NameableBookings } from './nameable-bookings.js';

/** More buttons would bury the list. */
const MOST = 10;

/** Asks in words which booking a command is about, where it was given without one. */
@Injectable()
export class WhichBooking {
  private readonly grammar;

  constructor(
    private readonly bookings: NameableBookings,
    env: Env,
  ) {
    this.grammar = grammarNamed(env.commandNames);
  }

  /** Null for a command that lacks something else, or was given with more, which a button would lose. */
  async asked({ caller }: Talker, { command, values }: UnfinishedCommand): Promise<Message | null> {
    const missing = command.arguments.find(
      ({ name, isRequired }) => isRequired && !values.has(name),
    );
    if (missing?.type !== 'booking' || values.size > 0) return null;
    const all = await this.bookings.of(caller, command);
    const [first] = all;
    if (!first) return sentences(say(`forms:bookings.none.${command.top}`));
    const line = typedName(this.grammar, command);
    const shown = all.slice(0, MOST);
    return {
      title: say('commands:which.title', { what: command.summary }),
      lines: [
        ...shown.map(({ id: code, label }) => [say('commands:which.row', { label, code })]),
        [say('commands:which.typed', { line: `${line} ${first.id}` })],
      ],
      buttons: shown.map(({ id: code }) => ({
        verb: 'give-command',
        subject: `${line} ${code}`,
        label: code,
      })),
    };
  }
}
