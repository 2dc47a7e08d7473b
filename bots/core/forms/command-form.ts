import { Injectable } from '@nestjs/common';
import { say } from '../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../src/shared/outcome.js';
import { NameableBookings } from '../commands/bookings/nameable-bookings.js';
import { CurrentCalendar } from '../commands/current-calendar.js';
import { BookingTalk } from '../dialogues/booking/booking-talk.js';
import type { Talker } from '../dialogues/talker.js';
import { HostZone } from '../commands/host-zone.js';
import { type CommandEntry, isWorking, namedArguments } from '../grammar/command-entry.js';
import { type Message, sentences } from '../message.js';
import { wrongArguments } from './argument-check.js';
import { commandFields, emailId } from './command-fields.js';
import {
  COMMAND_FORM,
  type CommandSubject,
  commandSubject,
  readCommandSubject,
} from './command-subject.js';
import type { FieldSentences } from './form-script.js';
import { type FilledForm, type Form, type FormValues, type FormWish, MOST_TITLE } from './form.js';
import { type FormOrder, FormTools } from './form-tools.js';
import { mentionOf } from './named-key.js';
import { OrderForm } from './order-form.js';

/** Asks for the words of any command: one field for each. */
@Injectable()
export class CommandForm extends OrderForm {
  readonly kind = COMMAND_FORM;

  constructor(
    tools: FormTools,
    private readonly current: CurrentCalendar,
    private readonly zone: HostZone,
    private readonly talk: BookingTalk,
    private readonly bookings: NameableBookings,
  ) {
    super(tools);
  }

  override check({ subject, values, timeZone }: FilledForm, now: number): FieldSentences {
    const asked = this.subjectOf(subject);
    return asked ? wrongArguments(asked.command, values, { now, timeZone }) : {};
  }

  protected override async shown(
    talker: Talker,
    { subject, values }: FormWish,
  ): Promise<Outcome<Form, Message>> {
    const asked = this.subjectOf(subject);
    if (!asked) return refused(sentences(say('forms:unknown')));
    const { command } = asked;
    const refusal = await this.refusal(talker, asked);
    if (refusal) return refused(refusal);
    const bookings = await this.bookings.of(talker.caller, command);
    if (bookings.length === 0 && needsBooking(command) && !values['booking']) {
      return refused(sentences(say(`forms:bookings.none.${command.top}`)));
    }
    const calendars = await this.current.all(talker.caller);
    const found = await this.current.of(talker.caller, asked.calendarId);
    const calendar = found.ok && this.tools.runner.isAboutCalendar(command) ? found.value : null;
    const settings = calendar?.settings ?? null;
    return done({
      kind: this.kind,
      subject: commandSubject(command, calendar?.id),
      title: titleOf(command),
      lines: [
        [`${command.summary}.`],
        ...(settings && calendars.length > 1
          ? [[say('forms:about', { title: settings.title })]]
          : []),
      ],
      fields: commandFields(command, { values, settings, calendars, bookings }),
      submit: say('forms:submit'),
      timeZone: settings?.timeZone ?? (await this.zoneOf(talker, command)),
    });
  }

  protected override order({ subject, values }: FilledForm): FormOrder {
    const { command, calendarId } = this.subjectOf(subject) ?? {};
    return {
      ...{ top: command?.top ?? 'schedule', path: command?.path ?? '' },
      words: command ? wordsOf(command, values) : {},
      ...(calendarId === undefined ? {} : { calendarId }),
    };
  }

  private subjectOf(subject: string): CommandSubject | null {
    const asked = readCommandSubject(subject, this.tools.grammar);
    return asked && isWorking(asked.command) ? asked : null;
  }

  /** What the command says to somebody who cannot give it, whatever they would fill in. */
  private async refusal(
    talker: Talker,
    { command, calendarId }: CommandSubject,
  ): Promise<Message | null> {
    const barred = await this.tools.runner.refusal(command, talker);
    if (barred || command.who !== 'host') return barred;
    if (!this.tools.runner.isAboutCalendar(command)) return null;
    if ((await this.current.of(talker.caller, calendarId)).ok) return null;
    const about = calendarId === undefined ? {} : { calendarId };
    const order = { ...talker, ...about, line: '', saidAt: this.tools.now() };
    return this.tools.runner.run({ command, values: new Map() }, order);
  }

  private zoneOf(talker: Talker, { top }: CommandEntry): Promise<string> {
    return top === 'book' ? this.talk.readingZone(talker) : this.zone.of(talker.caller);
  }
}

const needsBooking = (command: CommandEntry): boolean =>
  namedArguments(command).some(({ type, isRequired }) => type === 'booking' && isRequired);

const titleOf = ({ summary, path }: CommandEntry): string =>
  summary.length <= MOST_TITLE ? summary : `${path.charAt(0).toUpperCase()}${path.slice(1)}`;

/** An address stands in a field of its own. */
function wordsOf(command: CommandEntry, values: FormValues): FormValues {
  const named = namedArguments(command).map(({ name, type, mayBeEmail }) => {
    const said = values[name]?.trim() ?? '';
    const email = mayBeEmail === true ? values[emailId(name)]?.trim() : undefined;
    return [name, (type === 'person' ? mentionOf(said) : said) || (email ?? '')] as const;
  });
  return Object.fromEntries(named.filter(([name]) => name !== 'yes'));
}
