import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { CurrentCalendar } from '../commands/current-calendar.js';
import { readSettings } from '../commands/settings/setting-texts.js';
import type { Talker } from '../dialogues/talker.js';
import type { Line, Message } from '../message.js';
import { calendarIdIn, calendarSubject } from './calendar-subject.js';
import type { FieldSentences } from './form-script.js';
import type { FilledForm, Form, FormValues, FormWish } from './form.js';
import { type FormOrder, FormTools } from './form-tools.js';
import { dayFields, dayProblems, hoursText } from './hours-fields.js';
import { OrderForm } from './order-form.js';
import { TimesPreview } from './times-preview.js';

/** The weekly hours of a calendar, a field for each weekday. */
@Injectable()
export class HoursForm extends OrderForm {
  readonly kind = 'hours';

  constructor(
    tools: FormTools,
    private readonly current: CurrentCalendar,
    private readonly preview: TimesPreview,
  ) {
    super(tools);
  }

  override check({ values }: FilledForm): FieldSentences {
    return dayProblems(values);
  }

  protected override async shown(
    { caller }: Talker,
    { subject, values }: FormWish,
  ): Promise<Outcome<Form, Message>> {
    const found = await this.current.of(caller, calendarIdIn(subject));
    if (!found.ok) return found;
    const { id, settings } = found.value;
    const { title, timeZone, weeklyHours } = settings;
    const fields = dayFields(weeklyHours, values);
    const standing = Object.fromEntries(fields.map((field) => [field.id, field.value]));
    return done({
      kind: this.kind,
      subject: calendarSubject(id, weeklyHours),
      title: say('forms:hours.title'),
      lines: [
        [say('forms:hours.of', { title, zone: timeZone })],
        ...(await this.previewLines(found.value, standing)),
      ],
      ...{ fields, submit: say('forms:save'), timeZone },
    });
  }

  protected override order({ subject, values }: FilledForm): FormOrder {
    const calendarId = calendarIdIn(subject);
    const words = { hours: hoursText(values) };
    const about = calendarId === undefined ? {} : { calendarId };
    return { top: 'schedule', path: 'hours set', words, ...about };
  }

  private async previewLines(
    calendar: CalendarConfiguration,
    values: FormValues,
  ): Promise<readonly Line[]> {
    const texts = { hours: hoursText(values) };
    const read = readSettings(calendar.settings, texts, this.tools.now());
    return read.ok ? this.preview.lines(calendar, read.value.settings) : [];
  }
}
