import { Injectable } from '@nestjs/common';
import { say } from '../../../src/language/say.js';
import type { Outcome } from '../../../src/shared/outcome.js';
import { SettingChanger } from '../commands/settings/setting-changer.js';
import type { Talker } from '../dialogues/talker.js';
import { type Message, mistake, sentences } from '../message.js';
import { CalendarForms } from './calendar-forms.js';
import { CheckedForm } from './checked-form.js';
import type { FieldSentences } from './form-script.js';
import type { FilledForm, Form, FormWish } from './form.js';
import { FormTools } from './form-tools.js';
import { settingsFields, settingTexts, wrongSettings } from './settings-fields.js';

/** The main settings of a calendar: what is changed is saved together. */
@Injectable()
export class SettingsForm extends CheckedForm {
  readonly kind = 'settings';

  constructor(
    tools: FormTools,
    private readonly calendars: CalendarForms,
    private readonly changer: SettingChanger,
  ) {
    super(tools);
  }

  override check({ values, timeZone }: FilledForm, now: number): FieldSentences {
    return wrongSettings(this.tools.grammar, values, { now, timeZone });
  }

  protected override shown(talker: Talker, wish: FormWish): Promise<Outcome<Form, Message>> {
    return this.calendars.form(talker, wish, async (calendar) => {
      const { settings } = calendar;
      return {
        ...{ kind: this.kind, title: say('forms:settings.title'), part: settings },
        lines: [
          [say('forms:about', { title: settings.title })],
          ...(await this.calendars.previewLines(calendar, settingTexts(wish.values))),
        ],
        fields: settingsFields(this.tools.grammar, settings, wish.values),
      };
    });
  }

  protected override async fulfil(
    { caller }: Talker,
    { subject, values }: FilledForm,
    isConfirmed: boolean,
  ): Promise<Message> {
    const found = await this.calendars.of(caller, subject);
    if (!found.ok) return found.problem;
    const wish = { texts: settingTexts(values), saidAt: this.tools.now(), isConfirmed };
    const changed = await this.changer.run(found.value, wish);
    if (changed.ok) return changed.value;
    const { sentence, isQuestion } = changed.problem;
    return isQuestion ? { ...sentences(sentence), asks: 'yes' } : mistake(sentence);
  }
}
