import { Injectable, Logger } from '@nestjs/common';
import { Appointments } from '../../../src/bookings/appointments.repository.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { HostHandovers } from '../../../src/calendars/host-handover.service.js';
import { refuseSecondHost } from '../../../src/calendars/settings/calendar-type.js';
import { Env } from '../../../src/config/env.js';
import { Database } from '../../../src/database/database.js';
import { Identities } from '../../../src/hosts/identities.service.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { handoverCard } from '../cards/handover.card.js';
import type { Delivery } from '../chat-platform.js';
import { type Message, sentences } from '../message.js';
import { CalendarCommand, type CommandCall } from './command.js';
import { CurrentCalendar } from './current-calendar.js';

/** Asks somebody to take a calendar over. It stays with its host until they say yes. */
@Injectable()
export class CalendarHostCommand extends CalendarCommand {
  readonly path = 'calendar host';
  private readonly logger = new Logger(CalendarHostCommand.name);

  constructor(
    current: CurrentCalendar,
    private readonly handovers: HostHandovers,
    private readonly identities: Identities,
    private readonly appointments: Appointments,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const { caller, platform } = call;
    const names = (call.word('person') ?? '').split(/\s*(?:,|&|\+|\band\b|\s)\s*/).filter(Boolean);
    const [name = '', other] = names;
    if (other !== undefined) return this.onlyOne(caller.userKey, other);
    const person = await platform.findPerson(caller, name);
    if (!person.ok) return sentences(person.problem.sentence);
    const newHost = await this.identities.identify(person.value);
    if (newHost.id === caller.id) return sentences(say('commands:handover.already'));

    const handover = await this.handovers.ask({
      calendarId: calendar.id,
      hostId: calendar.host.id,
      fromIdentityId: caller.id,
      toIdentityId: newHost.id,
    });
    const { total } = await this.database.read((entities) =>
      this.appointments.page(entities, {
        ...{
          hostId: calendar.host.id,
          calendarId: calendar.id,
          list: 'upcoming',
          now: this.clock.now(),
          limit: 1,
          offset: 0,
        },
      }),
    );
    const facts = { title: calendar.settings.title, host: calendar.host.name, staying: total };
    const question = handoverCard(handover.id, facts);
    const untold = await this.undelivered(() => platform.tell(person.value, question));
    if (untold) {
      await this.handovers.decline(handover);
      return sentences(...untold, say('commands:handover.untold', { person: newHost.name }));
    }
    const asked = { title: facts.title, person: newHost.name };
    return sentences(
      say('commands:handover.asked', asked),
      say('commands:handover.staying', { count: total }),
    );
  }

  /** Null once it was told; else what the platform says about it, if anything. */
  private async undelivered(tell: () => Promise<Delivery>): Promise<readonly string[] | null> {
    try {
      const told = await tell();
      return told.ok ? null : [told.problem.sentence];
    } catch (error) {
      this.logger.warn({ err: error }, 'Somebody could not be asked to take a calendar over.');
      return [];
    }
  }

  private onlyOne(host: string, other: string): Message {
    const command = `/${this.env.commandNames.schedule} calendar host`;
    const refusal = refuseSecondHost({
      host: `@${host}`,
      other: other.startsWith('@') ? other : `@${other}`,
      command,
    });
    return sentences(refusal.problem.sentence);
  }
}
