import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import type { Outcome } from '../../../../src/shared/outcome.js';
import type { SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import type { Interval } from '../../../../src/slots/interval.js';
import { AffectedBookingsQuestion } from '../../affected-bookings-question.js';
import { type Message, sentences } from '../../message.js';
import { CurrentCalendar } from '../current-calendar.js';
import { NextTimesNews } from '../next-times-news.js';

/** Time that a command closes or opens. */
export interface TimeOffWish {
  readonly caller: ChatIdentity;
  readonly calendar: CalendarConfiguration;
  /** The calendars whose dates get other hours; blocks need none. */
  readonly changing?: readonly CalendarConfiguration[];
  readonly blocked?: readonly Interval[];
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
  ) {}

  async run(wish: TimeOffWish): Promise<Message> {
    const { caller, calendar, changing = [], blocked = [], work } = wish;
    const timesBefore = await this.nextTimes.of(calendar);
    const worked = await work();
    if (!worked.ok) return sentences(worked.problem.sentence);
    const changes = await this.calendars.changesSince(caller, changing);
    const now = changes.find(({ after }) => after.id === calendar.id)?.after ?? calendar;
    const lines = [[worked.value], ...(await this.nextTimes.lines(timesBefore, now))];
    return this.affected.add({ lines }, { calendar, changes, blocked });
  }
}
