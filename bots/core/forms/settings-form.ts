import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { CurrentCalendar } from '../commands/current-calendar.js';
import { SettingChanger } from '../commands/settings/setting-changer.js';
import { readSettings } from '../commands/settings/setting-texts.js';
import type { Talker } from '../dialogues/talker.js';
import { type Line, type Message, mistake, sentences } from '../message.js';
import { calendarIdIn, calendarSubject } from './calendar-subject.js';
import { CheckedForm } from './checked-form.js';
import type { FieldSentences } from './form-script.js';
import type { FilledForm, Form, FormValues, FormWish } from './form.js';
import { FormTools } from './form-tools.js';
import { settingsFields, settingTexts, wrongSettings } from './settings-fields.js';
import { TimesPreview } from './times-preview.js';

/** The main settings of a calendar: what is changed is saved together. */
@Injectable()
export class SettingsForm extends CheckedForm {
  readonly kind = 'settings';

  constructor(
    tools: FormTools,
    private readonly current: CurrentCalendar,
    private readonly changer: SettingChanger,
    private readonly preview: TimesPreview,
  ) {
    super(tools);
  }

  override check({ values, timeZone }: FilledForm, now: number): FieldSentences {
    return wrongSettings(this.tools.grammar, values, { now, timeZone });
  }

  protected override async shown(
    { caller }: Talker,
    { subject, values }: FormWish,
  ): Promise<Outcome<Form, Message>> {
    const found = await this.current.of(caller, calendarIdIn(subject));
    if (!found.ok) return found;
    const { id, settings } = found.value;
    return done({
      kind: this.kind,
      subject: calendarSubject(id, settings),
      title: say('forms:settings.title'),
      lines: [
        [say('forms:about', { title: settings.title })],
        ...(await this.previewLines(found.value, values)),
      ],
      fields: settingsFields(this.tools.grammar, settings, values),
      submit: say('forms:save'),
      timeZone: settings.timeZone,
    });
  }

  protected override async fulfil(
    { caller }: Talker,
    { subject, values }: FilledForm,
    isConfirmed: boolean,
  ): Promise<Message> {
    const found = await this.current.of(caller, calendarIdIn(subject));
    if (!found.ok) return found.problem;
    const wish = { texts: settingTexts(values), saidAt: this.tools.now(), isConfirmed };
    const changed = await this.changer.run(found.value, wish);
    if (changed.ok) return changed.value;
    const { sentence, isQuestion } = changed.problem;
    return isQuestion ? { ...sentences(sentence), asks: 'yes' } : mistake(sentence);
  }

  private async previewLines(
    calendar: CalendarConfiguration,
    values: FormValues,
  ): Promise<readonly Line[]> {
    const read = readSettings(calendar.settings, settingTexts(values), this.tools.now());
    return read.ok ? this.preview.lines(calendar, read.value.settings) : [];
  }
}
