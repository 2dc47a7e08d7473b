import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import {
  TimeOffChanges,
  type TimeOffReach,
} from '../../../../src/calendars/time-off/time-off-changes.service.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import { say } from '../../../../src/language/say.js';
import type { Outcome } from '../../../../src/shared/outcome.js';
import type { SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import type { Interval } from '../../../../src/slots/interval.js';
import { AffectedBookingsQuestion } from '../../affected-bookings-question.js';
import { type Message, mistake } from '../../message.js';
import { undoButton } from '../../cards/undo-button.js';
import { CurrentCalendar } from '../current-calendar.js';
import { NextTimesNews } from '../next-times-news.js';

/** Time that a command closes or opens. */
export interface TimeOffWish {
  readonly caller: ChatIdentity;
  readonly calendar: CalendarConfiguration;
  /** The calendars whose dates get other hours; blocks need none. */
  readonly changing?: readonly CalendarConfiguration[];
  /** The dates whose hours are changed, `YYYY-MM-DD`. */
  readonly dates?: readonly string[];
  /** The time in which blocks are made or lifted. */
  readonly spans?: readonly Interval[];
  readonly blocked?: readonly Interval[];
  /** As the host said it, and reads it again. */
  readonly reason?: string | null;
  /** Does it, and says so. */
  readonly work: () => Promise<Outcome<string, SentenceProblem>>;
}

/** Closes or opens time and tells what follows: other free times, and bookings left outside. */
@Injectable()
export class TimeOffChange {
  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly nextTimes: NextTimesNews,
    private readonly affected: AffectedBookingsQuestion,
    private readonly timeOff: TimeOffChanges,
  ) {}

  async run(wish: TimeOffWish): Promise<Message> {
    const { caller, calendar, changing = [], blocked = [], reason = null } = wish;
    const timesBefore = await this.nextTimes.of(calendar);
    const { id, value: worked } = await this.timeOff.record(reachOf(wish), wish.work);
    if (!worked.ok) return mistake(worked.problem.sentence);
    const changes = await this.calendars.changesSince(caller, changing);
    const now = changes.find(({ after }) => after.id === calendar.id)?.after ?? calendar;
    const answer: Message = {
      lines: [
        [worked.value],
        ...(reason === null ? [] : [[say('cards:reason', { reason })]]),
        ...(await this.nextTimes.lines(timesBefore, now)),
      ],
      ...(id === null ? {} : { buttons: [undoButton(id)] }),
    };
    return this.affected.add(answer, { calendar, changes, blocked });
  }
}

function reachOf({ calendar, changing = [], dates = [], spans = [] }: TimeOffWish): TimeOffReach {
  const scheduleIds = changing.map(({ scheduleId }) => scheduleId);
  return { hostId: calendar.host.id, calendarId: calendar.id, scheduleIds, dates, spans };
}
