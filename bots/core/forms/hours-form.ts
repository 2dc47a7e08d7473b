import { Injectable } from '@nestjs/common';
import { say } from '../../../src/language/say.js';
import type { Outcome } from '../../../src/shared/outcome.js';
import type { Talker } from '../dialogues/talker.js';
import type { Message } from '../message.js';
import { CalendarForms } from './calendar-forms.js';
import { aboutCalendar } from './calendar-subject.js';
import type { FieldSentences } from './form-script.js';
import type { FilledForm, Form, FormWish } from './form.js';
import { type FormOrder, FormTools } from './form-tools.js';
import { dayFields, dayProblems, hoursText } from './hours-fields.js';
import { OrderForm } from './order-form.js';

/** The weekly hours of a calendar, a field for each weekday. */
@Injectable()
export class HoursForm extends OrderForm {
  readonly kind = 'hours';

  constructor(
    tools: FormTools,
    private readonly calendars: CalendarForms,
  ) {
    super(tools);
  }

  override check({ values }: FilledForm): FieldSentences {
    return dayProblems(values);
  }

  protected override shown(talker: Talker, wish: FormWish): Promise<Outcome<Form, Message>> {
    return this.calendars.form(talker, wish, async (calendar) => {
      const { title, timeZone: zone, weeklyHours } = calendar.settings;
      const fields = dayFields(weeklyHours, wish.values);
      const standing = Object.fromEntries(fields.map((field) => [field.id, field.value]));
      return {
        ...{ kind: this.kind, title: say('forms:hours.title'), fields, part: weeklyHours },
        lines: [
          [say('forms:hours.of', { title, zone })],
          ...(await this.calendars.previewLines(calendar, { hours: hoursText(standing) })),
        ],
      };
    });
  }

  protected override order({ subject, values }: FilledForm): FormOrder {
    const words = { hours: hoursText(values) };
    return { top: 'schedule', path: 'hours set', words, ...aboutCalendar(subject) };
  }
}
