import { Injectable } from '@nestjs/common';
import { Appointments } from '../../../../src/bookings/appointments/appointments.repository.js';
import { describeDate } from '../../../../src/calendars/words/local-date.js';
import { Database } from '../../../../src/database/database.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { addDays, endOfDate, localDateOf, startOfDate } from '../../../../src/slots/wall-clock.js';
import { appointmentLine } from '../../cards/appointment.card.js';
import { type Message, sentences } from '../../message.js';
import { type CommandCall, ActingCommand } from '../command.js';
import { OpenQuestions } from './open-questions.js';
import { HostZone } from '../host-zone.js';

/** First day and number of days of each span, counted from today. */
const SPANS = {
  today: { first: 0, days: 1 },
  tomorrow: { first: 1, days: 1 },
  week: { first: 0, days: 7 },
} as const;

@Injectable()
export class AgendaCommand extends ActingCommand {
  readonly path = 'agenda';

  constructor(
    private readonly zone: HostZone,
    private readonly database: Database,
    private readonly appointments: Appointments,
    private readonly questions: OpenQuestions,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async runFor(call: CommandCall): Promise<Message> {
    const timeZone = await this.zone.of(call.caller);
    const now = this.clock.now();
    const word = call.word('span') ?? 'today';
    const span = word === 'tomorrow' || word === 'week' ? SPANS[word] : SPANS.today;
    const first = addDays(localDateOf(timeZone, now), span.first);
    const last = addDays(first, span.days - 1);
    const { bookings, questions } = await this.database.read(async (entities) => {
      const found = await this.appointments.between(entities, call.hostIds, {
        from: new Date(startOfDate(timeZone, first)),
        to: new Date(endOfDate(timeZone, last)),
      });
      return { bookings: found, questions: await this.questions.of(entities, found, now) };
    });
    const dates =
      first === last ? describeDate(first) : `${describeDate(first)} – ${describeDate(last)}`;
    if (bookings.length === 0) return sentences(say('commands:emptyAgenda', { dates }));
    const frame = { timeZone, now, reader: call.caller.hostId ?? null, questions };
    return {
      title: say('commands:agenda', { dates, count: bookings.length }),
      lines: bookings.map((booking) => appointmentLine(booking, frame)),
    };
  }
}
