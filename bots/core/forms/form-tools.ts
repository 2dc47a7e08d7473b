import { Injectable } from '@nestjs/common';
import { Env } from '../../../src/config/env.js';
import { Fault } from '../../../src/shared/fault.js';
import { Clock } from '../../../src/shared/clock.js';
import { CommandRunner, type Order } from '../commands/command-runner.js';
import { Dialogues } from '../dialogues/dialogues.repository.js';
import type { Talker } from '../dialogues/talker.js';
import type { TopLevel } from '../grammar/command-entry.js';
import { findCommand, type Grammar, grammarNamed, typedName } from '../grammar/grammar.js';
import { checkValues } from '../grammar/arguments.parser.js';
import { type Message, mistake } from '../message.js';
import type { FormValues } from './form.js';

/** The command that a form stands for, with what was filled in as its words. */
export interface FormOrder extends Pick<
  Order,
  'calendarId' | 'newCalendarId' | 'seenSequence' | 'isConfirmed'
> {
  readonly top: TopLevel;
  readonly path: string;
  readonly words: FormValues;
}

/** What every form works with that stands for a command. */
@Injectable()
export class FormTools {
  readonly grammar: Grammar;

  constructor(
    readonly runner: CommandRunner,
    private readonly dialogues: Dialogues,
    private readonly clock: Clock,
    env: Env,
  ) {
    this.grammar = grammarNamed(env.commandNames);
  }

  now(): number {
    return this.clock.now();
  }

  /** Runs the command; a question that it asks is the form's to ask. */
  async run({ caller, platform }: Talker, order: FormOrder): Promise<Message> {
    const { top, path, words, ...more } = order;
    const command = findCommand(this.grammar, top, path);
    if (!command) throw new Fault('form-without-command', `There is no command ${top} ${path}.`);
    const said = Object.entries(words).filter(([, text]) => text.trim() !== '');
    const values = checkValues(command, new Map(said));
    if (!values.ok) return mistake(values.problem.sentence);
    const saidAt = this.clock.now();
    const line = typedName(this.grammar, command);
    const given = { command, values: values.value };
    const answer = await this.runner.run(given, { ...more, caller, platform, saidAt, line });
    if (answer.asks !== 'yes') return answer;
    await this.dialogues.close(caller.id);
    // How to answer by a button or in words is nothing for a form.
    return { lines: answer.lines, asks: 'yes' };
  }
}
