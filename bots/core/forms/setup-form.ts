import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parseCalendarType } from '../../../src/calendars/settings/calendar-type.js';
import { settingEntries } from '../../../src/calendars/settings/setting-change.js';
import { HostingPermission } from '../../../src/hosts/hosting-permission.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../src/shared/outcome.js';
import { isUuid } from '../../../src/shared/text/uuid.js';
import { type KnownHost, SetupProposals } from '../commands/calendar/setup-proposals.js';
import { readSetup, SETUP_FIELDS, type SetupTexts } from '../dialogues/setup.dialogue.js';
import type { Talker } from '../dialogues/talker.js';
import { type Line, type Message, sentences } from '../message.js';
import type { FieldSentences } from './form-script.js';
import type { FilledForm, Form, FormValues, FormWish } from './form.js';
import { type FormOrder, FormTools } from './form-tools.js';
import { OrderForm } from './order-form.js';
import { setupFields } from './setup-fields.js';
import { TimesPreview } from './times-preview.js';

/** Makes a booking calendar in one window. Its subject is the id of what will be made, once. */
@Injectable()
export class SetupForm extends OrderForm {
  readonly kind = 'setup';

  constructor(
    tools: FormTools,
    private readonly permission: HostingPermission,
    private readonly proposals: SetupProposals,
    private readonly preview: TimesPreview,
  ) {
    super(tools);
  }

  /** Each text by itself; together when each is fine. */
  override check({ values, timeZone }: FilledForm, now: number): FieldSentences {
    const texts = textsOf(values);
    const wrong = setupFields(values)
      .filter(({ isRequired, id }) => isRequired && !values[id]?.trim())
      .map(({ id }) => [id, say('forms:needed')] as const);
    const unread = SETUP_FIELDS.flatMap((name) => {
      const text = texts[name];
      if (name === 'alerts' || text === undefined) return [];
      const read = settingEntries[name].read(text, { now, timeZone });
      return read.ok ? [] : [[name, read.problem.sentence] as const];
    });
    const each: FieldSentences = Object.fromEntries<string>([...unread, ...wrong]);
    if (Object.keys(each).length > 0) return each;
    const together = readSetup(texts, { now, timeZone, title: '' });
    return together.ok ? {} : { duration: together.problem.sentence };
  }

  protected override async shown(
    talker: Talker,
    { subject, values }: FormWish,
  ): Promise<Outcome<Form, Message>> {
    const refusal = await this.permission.refusal(talker.caller);
    if (refusal !== null) return refused(sentences(refusal));
    const type = parseCalendarType(values['type'] ?? 'personal');
    if (!type.ok) return refused(sentences(type.problem.sentence));
    const known = await this.proposals.known(talker);
    const standing = { ...this.proposals.of(known), ...values };
    return done({
      kind: this.kind,
      subject: isUuid(subject) ? subject : randomUUID(),
      title: say('forms:setup.title'),
      lines: await this.previewLines(talker, known, standing),
      fields: setupFields(standing),
      submit: say('forms:save'),
      timeZone: this.proposals.context(known).timeZone,
    });
  }

  protected override order({ subject, values }: FilledForm): FormOrder {
    return { top: 'schedule', path: 'setup', words: textsOf(values), newCalendarId: subject };
  }

  /** Nothing while something is wrong or missing: its field says so when the form is handed in. */
  private async previewLines(
    { caller }: Talker,
    known: KnownHost,
    values: FormValues,
  ): Promise<readonly Line[]> {
    if (!values['timezone']) return [];
    const read = readSetup(textsOf(values), this.proposals.context(known));
    return read.ok ? this.preview.linesOfNew(caller, read.value.settings) : [];
  }
}

/** What was filled in; without a break between meetings there is none. */
function textsOf(values: FormValues): SetupTexts {
  const given = SETUP_FIELDS.map((name) => [name, values[name]?.trim() ?? ''] as const);
  const texts: SetupTexts = Object.fromEntries(given.filter(([, text]) => text !== ''));
  const hasBreak = texts.buffer ?? texts['buffer-before'] ?? texts['buffer-after'];
  return hasBreak === undefined ? { ...texts, 'buffer-after': '0' } : texts;
}
