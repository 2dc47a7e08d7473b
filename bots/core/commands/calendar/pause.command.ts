import { Injectable } from '@nestjs/common';
import {
  calendarState,
  type CalendarConfiguration,
} from '../../../../src/calendars/calendar-configuration.js';
import { CalendarHome } from '../../../../src/calendars/calendar-home.service.js';
import { PauseCalendar } from '../../../../src/calendars/pause-calendar.service.js';
import { hostReading, zoneAt } from '../../../../src/calendars/settings/zone-at.js';
import { parseUntil } from '../../../../src/calendars/words/until.parser.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { commandButton } from '../../cards/command-button.js';
import { type Button, type Message, mistake, sentences, time } from '../../message.js';
import { CalendarCommand, type CommandCall } from '../command.js';
import { CurrentCalendar } from '../current-calendar.js';
import { calendarNamed } from './calendar-named.js';

@Injectable()
export class PauseCommand extends CalendarCommand {
  readonly path = 'pause';

  constructor(
    current: CurrentCalendar,
    private readonly pauseCalendar: PauseCalendar,
    private readonly home: CalendarHome,
    private readonly clock: Clock,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const { settings } = calendar;
    const { title } = settings;
    const text = call.word('until');
    if (text === undefined) {
      const isDone = await this.pauseCalendar.pause(calendar, null);
      if (!isDone) return sentences(say('commands:calendarGone'));
      return { ...sentences(say('calendar:paused', { title })), buttons: [resumeButton(calendar)] };
    }
    const until = parseUntil(text, hostReading(settings, call.saidAt));
    if (!until.ok) return mistake(until.problem.sentence);
    const { at } = until.value;
    const isPaused = calendarState(calendar, this.clock.now()).kind === 'paused';
    // An end to a pause opens the calendar, like resuming it.
    const refusal = isPaused ? await this.home.refusal(calendar, call.caller.id) : null;
    if (refusal !== null) return sentences(refusal);
    if (!(await this.pauseCalendar.pause(calendar, new Date(at)))) {
      return sentences(say('commands:calendarGone'));
    }
    return {
      lines: [[say('calendar:pausedUntil', { title }), ' ', time(at, zoneAt(settings, at))]],
      buttons: [resumeButton(calendar)],
    };
  }
}

const resumeButton = ({ slug }: CalendarConfiguration): Button =>
  commandButton(`resume --calendar ${slug}`, say('home:link.resume'));

@Injectable()
export class ResumeCommand extends CalendarCommand {
  readonly path = 'resume';

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly pauseCalendar: PauseCalendar,
    private readonly home: CalendarHome,
    private readonly clock: Clock,
  ) {
    super(calendars);
  }

  /** The one in use, unless another is named: several may wait for their host. */
  override async runOn(current: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const name = call.word('calendar')?.trim();
    if (name === undefined) return this.resume(current, call);
    const all = await this.calendars.all(call.caller);
    const named = calendarNamed(all, name);
    if (named) return this.resume(named, call);
    const names = all.map(({ slug }) => slug).join(', ');
    return mistake(say('calendar:noSuchCalendar', { name, names }));
  }

  private async resume(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const { title } = calendar.settings;
    const isPaused = calendarState(calendar, this.clock.now()).kind === 'paused';
    if (!isPaused) return sentences(say('calendar:notPaused', { title }));
    const refusal = await this.home.refusal(calendar, call.caller.id);
    if (refusal !== null) return sentences(refusal);
    const isOpen = await this.pauseCalendar.resume(calendar);
    return sentences(isOpen ? say('calendar:resumed', { title }) : say('commands:calendarGone'));
  }
}
