import { Injectable, Logger } from '@nestjs/common';
import { HandOverCalendar } from '../../../src/bookings/handover/hand-over-calendar.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import { HostHandovers } from '../../../src/calendars/host-handover.service.js';
import { linkUrl } from '../../../src/calendars/links/link-url.js';
import { Env } from '../../../src/config/env.js';
import { Database } from '../../../src/database/database.js';
import type { HostHandover } from '../../../src/hosts/host-handover.entity.js';
import { HostName } from '../../../src/hosts/host-name.service.js';
import { Identities } from '../../../src/hosts/identities.service.js';
import { say } from '../../../src/language/say.js';
import { linkLines } from '../cards/calendar.card.js';
import { handedLines, type HandoverFacts } from '../cards/handover.card.js';
import { factsOf } from '../cards/handover-questions.js';
import { ChatPlatforms } from '../chat-platforms.js';
import { Confirmations } from '../dialogues/confirmations.js';
import { HostingPermission } from '../../../src/hosts/hosting-permission.js';
import { type Line, type Message, person, sentences } from '../message.js';
import { phrase } from '../phrase.js';
import type { Press } from './presses.js';

/** The answer of whoever was asked to host a calendar. To everybody else there is no question. */
@Injectable()
export class HandoverPress {
  private readonly logger = new Logger(HandoverPress.name);

  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly handovers: HostHandovers,
    private readonly handOver: HandOverCalendar,
    private readonly identities: Identities,
    private readonly names: HostName,
    private readonly platforms: ChatPlatforms,
    private readonly permission: HostingPermission,
    private readonly confirmations: Confirmations,
    private readonly env: Env,
  ) {}

  async run(press: Press): Promise<Message> {
    const handover = await this.handovers.find(press.button.subject);
    if (handover?.toIdentityId !== press.caller.id) return gone();
    const calendar = await this.database.read((entities) =>
      this.calendars.findById(entities, handover.calendarId),
    );
    await this.confirmations.endHosting(press.caller.id, handover.id);
    if (!calendar) return gone();
    return press.button.verb === 'accept-host'
      ? this.accept(press, handover, calendar)
      : this.decline(press, handover, calendar);
  }

  private async decline(
    { caller }: Press,
    handover: HostHandover,
    { settings }: CalendarConfiguration,
  ): Promise<Message> {
    if (!(await this.handovers.decline(handover))) return gone();
    const { title } = settings;
    const shown = person(caller, await this.names.called(caller));
    await this.tellFormerHost(handover, [
      phrase((who) => say('commands:handover.toldDeclined', { person: who(shown), title })),
    ]);
    return sentences(say('commands:handover.declined'));
  }

  private async accept(
    { caller }: Press,
    handover: HostHandover,
    former: CalendarConfiguration,
  ): Promise<Message> {
    const barred = await this.permission.refusal(caller);
    if (barred !== null) return sentences(barred);
    const handed = await this.handOver.accept(handover);
    if (!handed.ok) {
      return handed.problem.kind === 'not-found' ? gone() : sentences(say('commands:failed'));
    }
    const { givesBookings } = handover;
    const { name } = handed.value.configuration.host;
    const facts = { ...factsOf(former, handed.value), person: name, givesBookings };
    const { title } = facts;
    const shown = person(caller, name);
    await this.tellFormerHost(handover, [
      phrase((who) => say('commands:handover.toldAccepted', { person: who(shown), title })),
      ...handedLines(facts, 'host'),
    ]);
    return this.welcome(handed.value.configuration, facts);
  }

  private welcome(calendar: CalendarConfiguration, facts: HandoverFacts): Message {
    const link = { url: linkUrl(this.env, calendar), isLoopback: this.env.isLoopback };
    const { title, host, hasOwnNumber } = facts;
    return {
      lines: [
        [say('commands:handover.accepted', { title })],
        ...linkLines(link),
        ...handedLines(facts, 'person'),
        ...(hasOwnNumber ? [[say('commands:handover.numberGone', { host })]] : []),
        [say('handover:alerts.gone')],
      ],
    };
  }

  /** The answer is saved by now, and stays so whether or not this arrives. */
  private async tellFormerHost(handover: HostHandover, lines: readonly Line[]): Promise<void> {
    try {
      const former = await this.identities.find(handover.fromIdentityId);
      if (former) await this.platforms.get(former.platform).tell(former, { lines });
    } catch (error) {
      this.logger.warn({ err: error }, 'A former host could not be told of a handover.');
    }
  }
}

const gone = (): Message => sentences(say('commands:handover.gone'));
