import { Injectable } from '@nestjs/common';
import { HostName } from '../../../src/hosts/host-name.service.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import type { Message } from '../message.js';
import type { CommandCall } from './command.js';
import { CurrentCalendar } from './current-calendar.js';

export interface HostActedFor {
  readonly id: string;
  readonly name: string;
  /** The caller, who acts for nobody else: there is no need to say for whom. */
  readonly isObvious: boolean;
}

/** For which host a command acts that is about a host as a whole, and about no booking. */
@Injectable()
export class ActingHost {
  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly names: HostName,
  ) {}

  /**
   * The host of the calendar that was named; else the caller, or the only one for whom they act. Of
   * several they have to name one.
   */
  async of(
    call: CommandCall,
    calendar: string | undefined,
  ): Promise<Outcome<HostActedFor, Message>> {
    const { caller, hostIds } = call;
    const [only = '', another] = hostIds;
    const isOwn = Boolean(caller.hostId);
    if (calendar === undefined && (isOwn || another === undefined)) {
      const isObvious = isOwn && another === undefined;
      return done({ id: only, name: await this.names.of(only), isObvious });
    }
    const found = await this.calendars.acting(call, calendar);
    if (!found.ok) return found;
    const { id, name } = found.value.host;
    return done({ id, name, isObvious: false });
  }
}
