import { Injectable } from '@nestjs/common';
import { actAs } from '../../../src/audit/acting.js';
import { Delegates } from '../../../src/hosts/delegates.service.js';
import { say } from '../../../src/language/say.js';
import type { ConfirmedLine } from '../dialogues/confirmations.js';
import type { Talker } from '../dialogues/talker.js';
import { CommandInput } from '../grammar/command-input.js';
import type { CommandEntry } from '../grammar/command-entry.js';
import type { ParsedCommand } from '../grammar/text-command.parser.js';
import { type Message, sentences } from '../message.js';
import { CalendarCommand, type CommandCall } from './command.js';
import { CommandList } from './command-list.js';

/** Who gives a command, how it was said, and what else is known about it. */
export interface Order
  extends ConfirmedLine, Talker, Pick<CommandCall, 'seenSequence' | 'newCalendarId'> {
  readonly isConfirmed?: boolean;
}

/** Runs a command that somebody gave in a line or in a form, if they may give it. */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly delegates: Delegates,
    private readonly commands: CommandList,
  ) {}

  async run({ command: entry, values }: ParsedCommand, order: Order): Promise<Message> {
    const refusal = await this.refusal(entry, order);
    if (refusal) return refusal;
    const command = this.commands.find(entry);
    if (!command) return sentences(entry.later ?? say('commands:failed'));
    const call = await this.callOf(values, order);
    if (entry.who !== 'admin') return command.run(call);
    return actAs({ kind: 'admin', id: call.caller.id }, () => command.run(call));
  }

  /** Null when this person may give the command, as far as that depends on being an admin. */
  async refusal(entry: CommandEntry, { caller, platform }: Talker): Promise<Message | null> {
    if (entry.who !== 'admin') return null;
    const { isAdmin, admins } = await platform.profileOf(caller);
    return isAdmin ? null : sentences(say('people:adminsOnly', { admins }));
  }

  /** Whether the command is about the calendar that its giver is using. */
  isAboutCalendar(entry: CommandEntry): boolean {
    return this.commands.find(entry) instanceof CalendarCommand;
  }

  private async callOf(values: ParsedCommand['values'], order: Order): Promise<CommandCall> {
    const { caller, platform, line, saidAt, calendarId, seenSequence, newCalendarId } = order;
    const input = new CommandInput(values);
    return {
      ...{ caller, platform, line, saidAt },
      hostIds: await this.delegates.hostsOf(caller),
      ...(calendarId === undefined ? {} : { calendarId }),
      ...(newCalendarId === undefined ? {} : { newCalendarId }),
      ...(seenSequence === undefined ? {} : { seenSequence }),
      isConfirmed: order.isConfirmed === true || input.isOn('yes'),
      word: input.word,
    };
  }
}
