import { Injectable } from '@nestjs/common';
import { Appointments } from '../../../../src/bookings/appointments/appointments.repository.js';
import { CalendarRepository } from '../../../../src/calendars/calendar.repository.js';
import { PauseCalendar } from '../../../../src/calendars/pause-calendar.service.js';
import { isHome } from '../../../../src/calendars/calendar-configuration.js';
import { Database } from '../../../../src/database/database.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import { EVERYBODY } from '../../../../src/hosts/hosting-rule.entity.js';
import { HostingRules } from '../../../../src/hosts/hosting-rules.service.js';
import { type ChatPerson, Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import { type Line, type Message, mistake, person, sentences } from '../../message.js';
import { phrase } from '../../phrase.js';
import { Command, type CommandCall } from '../command.js';
import { NamedPeople, type NamedProblem } from '../named-people.js';

/** Lets somebody, or everybody, have calendars. */
@Injectable()
export class HostsAddCommand extends Command {
  override readonly top = 'scheduleAdmin';
  readonly path = 'hosts add';

  constructor(
    private readonly rules: HostingRules,
    private readonly people: NamedPeople,
  ) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const named = await personNamed(this.people, call);
    if (!named.ok) return mistake(named.problem.line);
    await this.rules.set(named.value, true);
    return sentences(
      named.value.userKey === EVERYBODY
        ? say('people:hosting.everybodyMay')
        : phrase((who) => say('people:hosting.added', { person: who(person(named.value)) })),
    );
  }
}

/**
 * Takes the right back. The person's calendars here are paused, not deleted: their links say that no
 * bookings are taken, and what is booked stays theirs to move or cancel.
 */
@Injectable()
export class HostsRemoveCommand extends Command {
  override readonly top = 'scheduleAdmin';
  readonly path = 'hosts remove';

  constructor(
    private readonly rules: HostingRules,
    private readonly people: NamedPeople,
    private readonly identities: Identities,
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly pause: PauseCalendar,
    private readonly appointments: Appointments,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const named = await personNamed(this.people, call);
    if (!named.ok) return mistake(named.problem.line);
    await this.rules.set(named.value, false);
    if (named.value.userKey === EVERYBODY) return sentences(say('people:hosting.onlyAdded'));
    const identity = await this.identities.known(named.value);
    const effects = identity ? await this.stop(identity) : [];
    const removed = phrase((who) =>
      say('people:hosting.removed', { person: who(person(named.value)) }),
    );
    return sentences(removed, ...effects);
  }

  /** A calendar that is at home elsewhere is for the admins there. */
  private async stop({ hostId, ...account }: ChatIdentity): Promise<string[]> {
    if (!hostId) return [];
    const all = await this.database.read((em) => this.calendars.ofHost(em, hostId));
    const calendars = all.filter((calendar) => isHome(calendar, account));
    for (const calendar of calendars) await this.pause.pause(calendar, null);
    const standing = await this.database.read((entities) =>
      this.appointments.countUpcoming(entities, hostId, this.clock.now()),
    );
    return [
      say('people:hosting.paused', { count: calendars.length }),
      say('people:hosting.standing', { count: standing }),
    ];
  }
}

/** What was said about whom, and what holds for the others. */
@Injectable()
export class HostsListCommand extends Command {
  override readonly top = 'scheduleAdmin';
  readonly path = 'hosts list';

  constructor(private readonly rules: HostingRules) {
    super();
  }

  override async run({ caller, platform }: CommandCall): Promise<Message> {
    const rules = await this.rules.of(caller);
    const everybody = rules.find(({ userKey }) => userKey === EVERYBODY);
    const { mayHost } = await platform.profileOf(caller);
    const named = rules.filter((rule) => rule !== everybody);
    const rest = everybody?.mayHost ?? (mayHost ? 'platform' : false);
    const key = rest === 'platform' ? 'restPlatform' : rest ? 'restMay' : 'restMayNot';
    return {
      title: say('people:hosting.title'),
      lines: [
        ...named.map((rule): Line => {
          const key = rule.mayHost ? 'people:hosting.may' : 'people:hosting.mayNot';
          return ['• ', ...phrase((who) => say(key, { person: who(person(rule)) }))];
        }),
        [say(`people:hosting.${key}`)],
      ],
    };
  }
}

async function personNamed(
  people: NamedPeople,
  call: CommandCall,
): Promise<Outcome<ChatPerson, NamedProblem>> {
  const name = call.word('person') ?? '';
  if (/^@?(everyone|everybody|all)$/i.test(name.trim())) {
    const { platform, workspace } = call.caller;
    const everybody = { workspace, platform, userKey: EVERYBODY };
    return done({ ...everybody, name: EVERYBODY });
  }
  return people.find(call, name);
}
