import { Injectable } from '@nestjs/common';
import { linkUrl } from '../../../src/calendars/links/link-url.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { Env } from '../../../src/config/env.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { CurrentCalendar } from '../commands/current-calendar.js';
import type { Talker } from '../dialogues/talker.js';
import { link, type Message } from '../message.js';
import { SHARE_FORM } from './command-subject.js';
import type { FieldSentences } from './form-script.js';
import type { FilledForm, Form, FormField, FormWish } from './form.js';
import { type FormOrder, FormTools } from './form-tools.js';
import { OrderForm } from './order-form.js';

/** Shares a booking link in a channel, as a card with which anybody books. */
@Injectable()
export class ShareForm extends OrderForm {
  readonly kind = SHARE_FORM;

  constructor(
    tools: FormTools,
    private readonly current: CurrentCalendar,
    private readonly env: Env,
  ) {
    super(tools);
  }

  override check({ values }: FilledForm): FieldSentences {
    return values['channel']?.trim() ? {} : { channel: say('forms:needed') };
  }

  protected override async shown(
    { caller }: Talker,
    { values }: FormWish,
  ): Promise<Outcome<Form, Message>> {
    const found = await this.current.of(caller, values['calendar'] || undefined);
    if (!found.ok) return found;
    const calendars = await this.current.all(caller);
    const { value: calendar } = found;
    return done({
      ...{ kind: this.kind, subject: '', title: say('forms:share.title') },
      lines: [[say('forms:share.what')], [link(linkUrl(this.env, calendar))]],
      fields: [
        ...calendarField(calendar, calendars),
        {
          ...{ id: 'channel', kind: 'channel', isRequired: true, isHere: true },
          label: say('forms:share.where'),
          hint: say('forms:share.whereHint'),
          value: values['channel'] ?? '',
        },
      ],
      ...{ submit: say('forms:share.submit'), timeZone: calendar.settings.timeZone },
    });
  }

  protected override order({ values }: FilledForm): FormOrder {
    const words = { as: 'post', channel: values['channel'] ?? '' };
    const calendarId = values['calendar'];
    return { top: 'schedule', path: 'link', words, ...(calendarId ? { calendarId } : {}) };
  }
}

/** Whoever has one calendar need not choose. */
function calendarField(
  { id: value }: CalendarConfiguration,
  calendars: readonly CalendarConfiguration[],
): FormField[] {
  if (calendars.length < 2) return [];
  const options = calendars.map(({ id, settings }) => ({ id, label: settings.title }));
  const label = say('forms:share.calendar');
  return [
    {
      ...{ id: 'calendar', kind: 'choice', label, value, options },
      isRequired: true,
      isLive: true,
    },
  ];
}
