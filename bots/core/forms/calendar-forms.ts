import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { Delegates } from '../../../src/hosts/delegates.service.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { done, type Outcome, refused } from '../../../src/shared/outcome.js';
import { CurrentCalendar } from '../commands/current-calendar.js';
import { readSettings, type SettingTexts } from '../commands/settings/setting-texts.js';
import type { Talker } from '../dialogues/talker.js';
import { type Line, type Message, sentences } from '../message.js';
import { calendarIdIn, calendarSubject } from './calendar-subject.js';
import type { Form, FormWish } from './form.js';
import { TimesPreview } from './times-preview.js';

/** What a form shows of a calendar, and which part of it that is: one changed meanwhile is shown anew. */
export interface CalendarForm extends Pick<Form, 'kind' | 'title' | 'lines' | 'fields'> {
  readonly part: unknown;
}

/** The frame of every form that changes one calendar of whoever opens it. */
@Injectable()
export class CalendarForms {
  constructor(
    private readonly current: CurrentCalendar,
    private readonly delegates: Delegates,
    private readonly preview: TimesPreview,
    private readonly clock: Clock,
  ) {}

  /** In words where there is no such calendar of theirs. */
  async form(
    { caller }: Talker,
    { subject }: Pick<FormWish, 'subject'>,
    fill: (calendar: CalendarConfiguration) => CalendarForm | Promise<CalendarForm>,
  ): Promise<Outcome<Form, Message>> {
    const found = await this.of(caller, subject);
    if (!found.ok) return found;
    const { id, settings } = found.value;
    const { part, ...filled } = await fill(found.value);
    return done({
      ...filled,
      ...{ subject: calendarSubject(id, part), submit: say('forms:save') },
      timeZone: settings.timeZone,
    });
  }

  /** The one that a subject names, or the one in use. */
  async of(
    caller: ChatIdentity,
    subject: string,
  ): Promise<Outcome<CalendarConfiguration, Message>> {
    const found = await this.current.of(caller, calendarIdIn(subject));
    if (found.ok || caller.hostId) return found;
    const isDelegate = (await this.delegates.hostsOf(caller)).length > 0;
    return isDelegate ? refused(sentences(say('people:delegate.onlyBookings'))) : found;
  }

  /** The next free times with what was typed; nothing where that cannot be read. */
  async previewLines(
    calendar: CalendarConfiguration,
    texts: SettingTexts,
  ): Promise<readonly Line[]> {
    const read = readSettings(calendar.settings, texts, this.clock.now());
    return read.ok ? this.preview.lines(calendar, read.value.settings) : [];
  }
}
