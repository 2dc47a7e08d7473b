import { Injectable } from '@nestjs/common';
import { say } from '../../../src/language/say.js';
import { StatusBoard } from '../../../src/shared/status-board.js';
import { type Message } from '../message.js';
import { Command, type CommandCall } from './command.js';

/** The state of every connection, channel and queue, as far as each of them knows. */
@Injectable()
export class StatusCommand extends Command {
  override readonly top = 'scheduleAdmin';
  readonly path = 'status';

  constructor(private readonly board: StatusBoard) {
    super();
  }

  override async run({ caller }: CommandCall): Promise<Message> {
    const facts = await this.board.report(caller);
    return { title: say('status:title'), lines: facts.map((fact) => [fact]) };
  }
}
