import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import type { ChatPlatform } from '../chat-platform.js';
import type { TopLevel } from '../grammar/command-entry.js';
import { type Message, sentences } from '../message.js';
import { say } from '../../../src/language/say.js';
import { CurrentCalendar } from './current-calendar.js';

/** One command as somebody gave it, on whatever platform. */
export interface CommandCall {
  readonly caller: ChatIdentity;
  readonly platform: ChatPlatform;
  /** The hosts for whom the caller may act, they themselves first. */
  readonly hostIds: readonly string[];
  /** The whole line as it was typed. */
  readonly line: string;
  /** When the line was said (epoch milliseconds): its `tomorrow` counts from then, however late a yes comes. */
  readonly saidAt: number;
  /** The caller was asked whether they mean it, and said yes. */
  readonly isConfirmed: boolean;
  /** The calendar that the line is about; without it, the one that the caller is using. */
  readonly calendarId?: string;
  /** The id of the calendar that it makes, where it may be sent twice and is to make one. */
  readonly newCalendarId?: string;
  /** Of a pressed button: the sequence of the booking that its card showed. */
  readonly seenSequence?: number | undefined;
  /** The argument or flag of this name as it was written; undefined when it was left out. */
  readonly word: (name: string) => string | undefined;
}

/** What one command does. Its grammar stands in the table under the same path. */
export abstract class Command {
  /** The command that people type first; most belong to hosts. */
  readonly top: TopLevel = 'schedule';

  /** `bookings list`. */
  abstract readonly path: string;

  /** Expected failures are answers too. */
  abstract run(call: CommandCall): Promise<Message>;
}

/** A command about the calendar that the caller is using. */
@Injectable()
export abstract class CalendarCommand extends Command {
  constructor(private readonly current: CurrentCalendar) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const calendar = await this.current.of(call.caller, call.calendarId);
    if (!calendar.ok) {
      const isDelegate = !call.caller.hostId && call.hostIds.length > 0;
      return isDelegate ? sentences(say('people:delegate.onlyBookings')) : calendar.problem;
    }
    return this.runOn(calendar.value, { ...call, calendarId: calendar.value.id });
  }

  abstract runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message>;
}

/** A command about bookings, for their hosts and whoever acts for them; bookings outlast calendars. */
export abstract class ActingCommand extends Command {
  override run(call: CommandCall): Promise<Message> {
    return call.hostIds.length > 0 ? this.runFor(call) : noCalendar();
  }

  /** `call.hostIds` has one host at least. */
  abstract runFor(call: CommandCall): Promise<Message>;
}

/** A command about a host's own account: keys, address and helpers are nobody else's to change. */
export abstract class OwnHostCommand extends Command {
  override run(call: CommandCall): Promise<Message> {
    const { hostId } = call.caller;
    return hostId ? this.runFor(hostId, call) : noCalendar();
  }

  abstract runFor(hostId: string, call: CommandCall): Promise<Message>;
}

const noCalendar = (): Promise<Message> => Promise.resolve(sentences(say('commands:noCalendar')));
