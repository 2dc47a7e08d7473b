import { Injectable, Logger } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import {
  type HandoverQuestion,
  HostHandovers,
} from '../../../../src/calendars/host-handover.service.js';
import { refuseSecondHost } from '../../../../src/calendars/settings/calendar-type.js';
import { Env } from '../../../../src/config/env.js';
import type { HostHandover } from '../../../../src/hosts/host-handover.entity.js';
import { HostName } from '../../../../src/hosts/host-name.service.js';
import { type ChatPerson, Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import {
  handoverAsked,
  handoverCard,
  handoverChoice,
  type HandoverFacts,
} from '../../cards/handover.card.js';
import { HandoverQuestions } from '../../cards/handover-questions.js';
import { HostingPermission } from '../../../../src/hosts/hosting-permission.js';
import { Confirmations } from '../../dialogues/confirmations.js';
import { type Message, person, sentences } from '../../message.js';
import { phrase } from '../../phrase.js';
import type { ChatPlatform, Delivery } from '../../chat-platform.js';
import { CalendarCommand, type CommandCall } from '../command.js';
import { CurrentCalendar } from '../current-calendar.js';
import { NamedPeople, type NamedProblem } from '../named-people.js';

/** What may become of the bookings that are ahead: they go with the calendar, or stay. */
const FATES = ['give', 'keep'] as const;

/** Between two people: a name may have blanks in it, and a mention begins with its @. */
const SEVERAL = /\s*(?:,|&|\+|\band\b|\s(?=<?@))\s*/;

/** Asks somebody to take a calendar over. It stays with its host until they say yes. */
@Injectable()
export class CalendarHostCommand extends CalendarCommand {
  readonly path = 'calendar host';
  private readonly logger = new Logger(CalendarHostCommand.name);

  constructor(
    current: CurrentCalendar,
    private readonly handovers: HostHandovers,
    private readonly questions: HandoverQuestions,
    private readonly people: NamedPeople,
    private readonly identities: Identities,
    private readonly names: HostName,
    private readonly permission: HostingPermission,
    private readonly confirmations: Confirmations,
    private readonly env: Env,
  ) {
    super(current);
  }

  /** Without a name it shows whoever is asked the question again: buttons scroll away. */
  override async run(call: CommandCall): Promise<Message> {
    if (call.word('person') !== undefined) return super.run(call);
    const open = await this.handovers.openFor(call.caller.id);
    const question = open && (await this.questions.of(open));
    if (!question) return sentences(say('commands:handover.who'));
    return this.answerable(question, open);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const { caller } = call;
    const text = call.word('person') ?? '';
    const found = await this.people.find(call, text);
    if (!found.ok) return this.unnamed(caller.userKey, text, found.problem);
    const newHost = await this.identities.identify(found.value);
    const isOwn = newHost.id === caller.id || newHost.hostId === calendar.host.id;
    if (isOwn) return sentences(say('commands:handover.already'));
    if ((await this.permission.refusal(newHost)) !== null) {
      const shown = person(newHost, await this.names.called(newHost));
      return sentences(phrase((who) => say('people:hosting.refusedOther', { person: who(shown) })));
    }

    const fate = FATES.find((word) => word === call.word('bookings')?.toLowerCase());
    const wish = {
      ...{ calendarId: calendar.id, hostId: calendar.host.id },
      ...{ fromIdentityId: caller.id, toIdentityId: newHost.id, givesBookings: fate === 'give' },
    };
    const facts = await this.questions.facts(calendar, wish);
    if (!facts) return sentences(say('commands:failed'));
    const isAhead = facts.fitting.length + facts.misfits.length > 0;
    if (isAhead && fate === undefined) return handoverChoice(facts, found.value);
    return this.ask(call, { question: wish, facts, asked: found.value });
  }

  private async ask(
    { platform }: CommandCall,
    { question, facts, asked }: Asked,
  ): Promise<Message> {
    const handover = await this.handovers.ask(question);
    const card = await this.answerable(handoverCard(handover.id, facts), handover);
    const untold = await this.undelivered(platform, asked, card);
    const shown = person(asked, facts.person);
    if (!untold) return handoverAsked(facts, shown);
    await this.handovers.decline(handover);
    await this.confirmations.endHosting(handover.toIdentityId, handover.id);
    const staying = phrase((who) => say('commands:handover.untold', { person: who(shown) }));
    return sentences(...untold, staying);
  }

  /** The question, and how to answer it in words, where words are heard as an answer. */
  private async answerable(
    question: Message,
    { id, toIdentityId }: Pick<HostHandover, 'id' | 'toIdentityId'>,
  ): Promise<Message> {
    const how = await this.confirmations.expectHosting(toIdentityId, id);
    return how === null ? question : { ...question, typed: how };
  }

  /** Null once it was told; else what the platform says about it, if anything. */
  private async undelivered(
    platform: ChatPlatform,
    asked: ChatPerson,
    question: Message,
  ): Promise<readonly string[] | null> {
    try {
      const told: Delivery = await platform.tell(asked, question);
      return told.ok ? null : [told.problem.sentence];
    } catch (error) {
      this.logger.warn({ err: error }, 'Somebody could not be asked to take a calendar over.');
      return [];
    }
  }

  /** What nobody bears may name two. */
  private unnamed(host: string, text: string, { line, isNobody }: NamedProblem): Message {
    const [, other] = text.split(SEVERAL).filter(Boolean);
    return isNobody && other !== undefined ? this.onlyOne(host, other) : sentences(line);
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

interface Asked {
  readonly question: HandoverQuestion;
  readonly facts: HandoverFacts;
  readonly asked: ChatPerson;
}
