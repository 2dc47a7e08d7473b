import { Injectable } from '@nestjs/common';
import {
  type OwnRecord,
  OwnData,
} from '../../../../src/bookings/personal-data/own-data.service.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import type { Message } from '../../message.js';
import { Command, type CommandCall, OwnHostCommand } from '../command.js';
import { ForgetTalk } from '../book/forget-talk.js';

/** Everything that is kept about somebody who booked in chat, as a file. */
@Injectable()
export class BookExportCommand extends Command {
  override readonly top = 'book';
  readonly path = 'export';

  constructor(
    private readonly data: OwnData,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run({ caller }: CommandCall): Promise<Message> {
    const record = await this.data.ofAttendee(caller);
    return fileMessage('bookings', record, this.clock.now());
  }
}

/** The same for a host: calendars and everything booked with them. */
@Injectable()
export class AccountExportCommand extends OwnHostCommand {
  readonly path = 'account export';

  constructor(
    private readonly data: OwnData,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async runFor(hostId: string): Promise<Message> {
    return fileMessage('account', await this.data.ofHost(hostId), this.clock.now());
  }
}

/** Asks before a person is erased from what they booked. */
@Injectable()
export class BookForgetCommand extends Command {
  override readonly top = 'book';
  readonly path = 'forget';

  constructor(private readonly forget: ForgetTalk) {
    super();
  }

  override run(call: CommandCall): Promise<Message> {
    return this.forget.ask(call);
  }
}

function fileMessage(name: string, record: OwnRecord, now: number): Message {
  const date = new Date(now).toISOString().slice(0, 10);
  return {
    title: say('book:export.title'),
    lines: [],
    file: { name: `${name}-${date}.json`, text: JSON.stringify(record, null, 2) },
  };
}
