import { Injectable } from '@nestjs/common';
import {
  APPOINTMENT_LISTS,
  type AppointmentList,
  type AppointmentQuery,
  Appointments,
} from '../../../../src/bookings/appointments/appointments.repository.js';
import { linkUrl } from '../../../../src/calendars/links/link-url.js';
import { Env } from '../../../../src/config/env.js';
import { Database } from '../../../../src/database/database.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { AffectedBookingsQuestion } from '../../affected-bookings-question.js';
import { appointmentDetails, appointmentLine } from '../../cards/appointment.card.js';
import { commandButton } from '../../cards/command-button.js';
import { type Button, link, type Message, sentences } from '../../message.js';
import { type CommandCall, ActingCommand } from '../command.js';
import { CurrentCalendar } from '../current-calendar.js';
import { OpenQuestions } from './open-questions.js';
import { HostZone } from '../host-zone.js';

const PAGE = 10;
/** The lists of what may be changed or answered on its card. */
const OPENED: readonly AppointmentList[] = ['upcoming', 'pending'];
/** PostgreSQL counts rows to skip in 64 bits; nobody has a million appointments. */
const FURTHEST_PAGE = 100_000;

@Injectable()
export class BookingsListCommand extends ActingCommand {
  readonly path = 'bookings list';

  constructor(
    private readonly zone: HostZone,
    private readonly current: CurrentCalendar,
    private readonly database: Database,
    private readonly appointments: Appointments,
    private readonly questions: OpenQuestions,
    private readonly affected: AffectedBookingsQuestion,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {
    super();
  }

  override async runFor(call: CommandCall): Promise<Message> {
    if (call.word('list') === 'outside') return this.outside(call);
    const list = listNamed(call.word('list'));
    const now = this.clock.now();
    const asked = Math.max(1, Number.parseInt(call.word('page') ?? '1', 10) || 1);
    const query = { hostIds: call.hostIds, list, now };
    const { bookings, questions, total, page, pages } = await this.page(query, asked);
    if (total === 0) return this.empty(call, list);
    const timeZone = await this.zone.of(call.caller);
    const frame = { timeZone, now, reader: call.caller.hostId ?? null, questions };
    return {
      title: say(`commands:lists.${list}`, { count: total }),
      lines: [
        ...bookings.flatMap((booking) => [
          appointmentLine(booking, frame),
          ...appointmentDetails(booking),
        ]),
        ...(list === 'pending' ? [[say('commands:answerOne')]] : []),
        ...(pages > 1 ? [[pageLine(page, pages)]] : []),
      ],
      buttons: [
        ...(page > 1 ? [pageButton(list, page - 1, 'commands:previousPage')] : []),
        ...(page < pages ? [pageButton(list, page + 1, 'commands:nextPage')] : []),
        ...(OPENED.includes(list) ? [commandButton('bookings show', say('commands:openOne'))] : []),
      ],
    };
  }

  /** The question of what becomes of them, which may have gone with the window in which it was asked. */
  private async outside({ hostIds }: CommandCall): Promise<Message> {
    const [question, another] = await this.affected.again(hostIds);
    if (!question) return sentences(say('commands:emptyLists.outside'));
    const more = another ? [[say('commands:moreOutside')]] : [];
    return { ...question, lines: [...question.lines, ...more] };
  }

  /** The page that was asked for, or the last one when there are not that many. */
  private page(query: Pick<AppointmentQuery, 'hostIds' | 'list' | 'now'>, asked: number) {
    return this.database.read(async (entities) => {
      const read = (page: number) =>
        this.appointments.page(entities, { ...query, limit: PAGE, offset: (page - 1) * PAGE });
      const wanted = Math.min(asked, FURTHEST_PAGE);
      const first = await read(wanted);
      const pages = Math.ceil(first.total / PAGE);
      const isThere = wanted <= pages || pages === 0;
      const found = isThere ? first : await read(pages);
      const questions = await this.questions.of(entities, found.bookings, query.now);
      return { ...found, questions, page: isThere ? wanted : pages, pages };
    });
  }

  private async empty({ caller, hostIds }: CommandCall, list: AppointmentList): Promise<Message> {
    if (list !== 'upcoming' && list !== 'all') {
      return sentences(say(`commands:emptyLists.${list}`));
    }
    const calendar = await this.current.of(caller);
    const isDelegate = hostIds.some((id) => id !== caller.hostId);
    if (!calendar.ok && isDelegate) return sentences(say('commands:nothingBooked'));
    if (!calendar.ok) return calendar.problem;
    const none = say(list === 'upcoming' ? 'commands:nothingAhead' : 'commands:noBookings');
    return { lines: [[none], [link(linkUrl(this.env, calendar.value))]] };
  }
}

const pageButton = (
  list: AppointmentList,
  page: number,
  label: 'commands:previousPage' | 'commands:nextPage',
): Button => commandButton(`bookings list ${list} --page ${page}`, say(label));

function pageLine(page: number, pages: number): string {
  return page < pages
    ? say('commands:page', { page, pages, next: page + 1 })
    : say('commands:lastPage', { page, pages });
}

function listNamed(word: string | undefined): AppointmentList {
  return APPOINTMENT_LISTS.find((list) => list === word) ?? 'upcoming';
}
