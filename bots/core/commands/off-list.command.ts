import { Injectable } from '@nestjs/common';
import type {
  CalendarConfiguration,
  OverrideFacts,
} from '../../../src/calendars/calendar-configuration.js';
import type { TimeBlock } from '../../../src/calendars/time-off/time-block.entity.js';
import { TimeOff } from '../../../src/calendars/time-off/time-off.service.js';
import { type HostClocks, zoneAt } from '../../../src/calendars/settings/zone-at.js';
import { describeDate } from '../../../src/calendars/words/local-date.js';
import { describeIntervals } from '../../../src/calendars/words/weekly-hours.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { localDateOf } from '../../../src/slots/wall-clock.js';
import { type Line, type Message, sentences, time } from '../message.js';
import { CalendarCommand } from './command.js';
import { CurrentCalendar } from './current-calendar.js';

@Injectable()
export class OffListCommand extends CalendarCommand {
  readonly path = 'off list';

  constructor(
    current: CurrentCalendar,
    private readonly timeOff: TimeOff,
    private readonly clock: Clock,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration): Promise<Message> {
    const { settings } = calendar;
    const now = this.clock.now();
    const today = localDateOf(zoneAt(settings, now), now);
    const dates = calendar.overrides.filter(({ date }) => date >= today);
    const blocks = await this.timeOff.upcomingBlocks(calendar.host.id, now);
    if (dates.length + blocks.length === 0) return sentences(say('commands:off.none'));
    return {
      title: say('commands:off.title'),
      lines: [
        ...dates.map((override): Line => [dateLine(override)]),
        ...blocks.map((block) => blockLine(block, settings)),
      ],
    };
  }
}

function dateLine({ date, intervals, reason }: OverrideFacts): string {
  const hours =
    intervals.length === 0 ? say('commands:off.closedDay') : describeIntervals(intervals);
  return `• ${describeDate(date)} · ${withReason(hours, reason)}`;
}

function blockLine({ startsAt, endsAt, reason }: TimeBlock, clocks: HostClocks): Line {
  const timeZone = zoneAt(clocks, startsAt.getTime());
  const blocked = withReason(say('commands:off.blockedSpan'), reason ?? null);
  return ['• ', time(startsAt, timeZone), ' – ', time(endsAt, timeZone), ` · ${blocked}`];
}

const withReason = (text: string, reason: string | null): string =>
  reason === null ? text : `${text} · ${reason}`;
