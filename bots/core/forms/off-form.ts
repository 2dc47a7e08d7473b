import { Injectable } from '@nestjs/common';
import { parseDates } from '../../../src/calendars/words/dates.parser.js';
import { parseDayHours } from '../../../src/calendars/words/day-hours.parser.js';
import { say } from '../../../src/language/say.js';
import type { Outcome } from '../../../src/shared/outcome.js';
import type { Talker } from '../dialogues/talker.js';
import type { Message } from '../message.js';
import { CalendarForms } from './calendar-forms.js';
import { aboutCalendar } from './calendar-subject.js';
import type { FieldSentences } from './form-script.js';
import type { FilledForm, Form, FormField, FormValues, FormWish } from './form.js';
import { type FormOrder, FormTools } from './form-tools.js';
import { OrderForm } from './order-form.js';

/** Takes days off, or some hours of them. */
@Injectable()
export class OffForm extends OrderForm {
  readonly kind = 'off';

  constructor(
    tools: FormTools,
    private readonly calendars: CalendarForms,
  ) {
    super(tools);
  }

  override check({ values, timeZone }: FilledForm, now: number): FieldSentences {
    const { from = '', to = '', times = '' } = values;
    if (from === '') return { from: say('forms:needed') };
    const dates = parseDates(datesText(values), { now, timeZone });
    const hours = times.trim() === '' ? null : parseDayHours(times);
    return {
      ...(dates.ok ? {} : { [to === '' ? 'from' : 'to']: dates.problem.sentence }),
      ...(hours === null || hours.ok ? {} : { times: hours.problem.sentence }),
    };
  }

  protected override shown(talker: Talker, wish: FormWish): Promise<Outcome<Form, Message>> {
    return this.calendars.form(talker, wish, () => ({
      ...{ kind: this.kind, title: say('forms:off.title'), lines: [[say('forms:off.all')]] },
      // A day off is added to whatever there is.
      ...{ fields: fieldsOf(wish.values), part: null },
    }));
  }

  protected override order({ subject, values }: FilledForm): FormOrder {
    const { times = '', reason = '' } = values;
    const words = { dates: datesText(values), times, reason };
    return { top: 'schedule', path: 'off add', words, ...aboutCalendar(subject) };
  }
}

const datesText = ({ from = '', to = '' }: FormValues): string =>
  to === '' ? from : `${from} - ${to}`;

const fieldsOf = (values: FormValues): readonly FormField[] => [
  {
    ...{ id: 'from', kind: 'date', isRequired: true, value: values['from'] ?? '' },
    label: say('forms:off.from'),
  },
  {
    ...{ id: 'to', kind: 'date', isRequired: false, value: values['to'] ?? '' },
    ...{ label: say('forms:off.to'), hint: say('forms:off.toHint') },
  },
  {
    ...{ id: 'times', kind: 'line', isRequired: false, value: values['times'] ?? '' },
    ...{ label: say('forms:off.times'), hint: say('forms:off.timesHint'), example: '9-12' },
  },
  {
    ...{ id: 'reason', kind: 'line', isRequired: false, value: values['reason'] ?? '' },
    ...{ label: say('forms:off.reason'), hint: say('forms:off.reasonHint') },
  },
];
