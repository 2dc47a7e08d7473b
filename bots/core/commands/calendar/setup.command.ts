import { Injectable } from '@nestjs/common';
import {
  CreateCalendar,
  type NewCalendar,
} from '../../../../src/calendars/create-calendar.service.js';
import { parseCalendarType } from '../../../../src/calendars/settings/calendar-type.js';
import { describeMissing } from '../../../../src/calendars/settings/missing-settings.js';
import { publicNotes } from '../../../../src/calendars/alerts/alert-options.js';
import type { FoundChannel } from '../../../../src/calendars/alerts/channel-finder.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import type { SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import { CalendarCardReader } from '../../cards/calendar-card-facts.js';
import { savedCard, summary } from '../../cards/calendar.card.js';
import { yesOrNoChoices } from '../../dialogues/confirmations.js';
import { Dialogues } from '../../dialogues/dialogues.repository.js';
import {
  type AskedField,
  nextQuestion,
  readSetup,
  SETUP_FIELDS,
  type SetupReading,
  type SetupState,
  type SetupTexts,
  withAnswer,
  withHours,
} from '../../dialogues/setup.dialogue.js';
import { yesOrNo } from '../../dialogues/yes-or-no.js';
import { newUid } from '../../../../src/shared/random.js';
import { HostingPermission } from '../../../../src/hosts/hosting-permission.js';
import { type Message, mistake, sentences } from '../../message.js';
import { Command, type CommandCall } from '../command.js';
import { type KnownHost, SetupProposals } from './setup-proposals.js';

export const SETUP_DIALOGUE = 'setup';

/** Makes a booking calendar: at once when the flags say enough, else by asking line by line. */
@Injectable()
export class SetupCommand extends Command {
  readonly path: string = 'setup';

  constructor(
    private readonly dialogues: Dialogues,
    private readonly createCalendar: CreateCalendar,
    private readonly reader: CalendarCardReader,
    private readonly permission: HostingPermission,
    private readonly proposals: SetupProposals,
  ) {
    super();
  }

  override async run(typed: CommandCall): Promise<Message> {
    const call = await this.named(typed);
    const refusal = await this.permission.refusal(call.caller);
    if (refusal !== null) return sentences(refusal);
    const type = parseCalendarType(call.word('type') ?? 'personal');
    if (!type.ok) return mistake(type.problem.sentence);
    const texts = textsOf(call);
    const reading = this.read(texts, call);
    if (!reading.ok) return mistake(reading.problem.sentence);
    const { missing, confirm } = reading.value;
    const isComplete = missing.length === 0;
    await this.dialogues.leave(call.caller.id);
    if (isComplete && (confirm === null || call.isConfirmed)) {
      const ready = await this.ready(call, texts, reading.value);
      if (!ready.ok) return ready.problem;
      const saved = await this.save(call, ready.value);
      await this.dialogues.close(call.caller.id);
      return saved;
    }
    const asked = await this.ask(call, { texts, isPreview: isComplete });
    // The preview names the way out itself.
    return isComplete
      ? { ...asked, asks: 'yes' }
      : { ...asked, lines: [...asked.lines, [say('setup:mayStop')]] };
  }

  /** The next word of somebody who is being asked. */
  async answer(said: CommandCall, state: SetupState, text: string): Promise<Message> {
    const call = await this.named(said);
    if (state.isPreview) return this.decide(call, state, text);
    const field = nextQuestion(state.texts);
    if (!field) return this.ask(call, { ...state, isPreview: true });
    if (field === 'alerts' && text.trim() !== '') {
      const channels = await channelsNamed(call, text);
      if (!channels.ok) return withQuestion(channels.problem.sentence, this.question(field, call));
    }
    const context = this.proposals.context(call.known);
    const texts = withAnswer(state.texts, { field, text }, context);
    return texts.ok
      ? this.ask(call, { texts: texts.value, isPreview: false })
      : withQuestion(texts.problem.sentence, this.question(field, call));
  }

  private async decide(call: SetupCall, state: SetupState, text: string): Promise<Message> {
    const answer = text.trim() === '' || /^save$/i.test(text.trim()) ? 'yes' : yesOrNo(text);
    if (answer === 'no') return this.stop(call);
    if (answer === null) return this.correct(call, state, text);
    const reading = this.read(state.texts, call);
    if (!reading.ok) return mistake(reading.problem.sentence);
    const ready = await this.ready(call, state.texts, reading.value);
    if (!ready.ok) return ready.problem;
    const open = { kind: SETUP_DIALOGUE, state: { id: state.id } };
    const saved = await this.dialogues.settle(call.caller.id, open, () =>
      this.save(call, ready.value),
    );
    return saved ?? sentences(say('setup:answered'));
  }

  /** The hours are what a preview asks about; it is shown again with others. */
  private correct(call: SetupCall, { texts }: SetupState, text: string): Promise<Message> {
    const corrected = withHours(texts, text, this.proposals.context(call.known));
    if (corrected === null) return Promise.resolve(sentences(say('setup:yesOrStop')));
    return this.ask(call, { texts: corrected, isPreview: true });
  }

  private async stop({ caller }: CommandCall): Promise<Message> {
    const isOpen = await this.dialogues.close(caller.id);
    return sentences(say(isOpen ? 'setup:stopped' : 'setup:answered'));
  }

  private async ask(call: SetupCall, { texts, isPreview }: AskedSetup): Promise<Message> {
    const field = isPreview ? null : nextQuestion(texts);
    const state = { id: newUid(), texts, isPreview: field === null };
    await this.dialogues.keep(call.caller.id, { kind: SETUP_DIALOGUE, state });
    return field ? sentences(this.question(field, call)) : this.preview(call, state);
  }

  private preview(call: SetupCall, { id, texts }: SetupState): Message {
    const reading = this.read(texts, call);
    if (!reading.ok) return mistake(reading.problem.sentence);
    const { settings, notes, confirm } = reading.value;
    const lines = [say('setup:preview', { title: settings.title, summary: summary(settings) })];
    return {
      ...sentences(...lines, ...notes, ...(confirm ? [confirm] : [])),
      choices: yesOrNoChoices(id, { label: say('commands:confirm.yes.save'), look: 'primary' }),
      typed: say('setup:save'),
    };
  }

  /** Everything that a calendar is made of; refused in words. */
  private async ready(
    call: CommandCall,
    texts: SetupTexts,
    reading: SetupReading,
  ): Promise<Outcome<ReadySetup, Message>> {
    if (reading.missing.length > 0) return refused(sentences(describeMissing(reading.missing)));
    const refusal = await this.permission.refusal(call.caller);
    if (refusal !== null) return refused(sentences(refusal));
    const alerts = await channelsNamed(call, texts.alerts ?? '');
    if (!alerts.ok) return refused(mistake(alerts.problem.sentence));
    return done({ settings: reading.settings, notes: reading.notes, alerts: alerts.value });
  }

  private async save(
    { caller, newCalendarId }: CommandCall,
    { settings, alerts, notes }: ReadySetup,
  ): Promise<Message> {
    const once = newCalendarId === undefined ? {} : { id: newCalendarId };
    const wish = { creatorId: caller.id, settings, alerts, ...once };
    const facts = await this.reader.factsOf(await this.createCalendar.run(wish));
    return savedCard({ ...facts, notes: [...notes, ...publicNotes(alerts)] });
  }

  private read(texts: SetupTexts, call: SetupCall): Outcome<SetupReading, SentenceProblem> {
    return readSetup(texts, this.proposals.context(call.known));
  }

  private async named(call: CommandCall): Promise<SetupCall> {
    return { ...call, known: await this.proposals.known(call) };
  }

  private question(field: AskedField, call: SetupCall): string {
    const proposal = this.proposals.of(call.known)[field];
    return field === 'timezone' && proposal === ''
      ? say('setup:ask.whichZone')
      : say(`setup:ask.${field}`, { proposal });
  }
}

/** Another calendar; a set-up always makes one. */
@Injectable()
export class CalendarNewCommand extends SetupCommand {
  override readonly path = 'calendar new';
}

/** A line about a calendar to be made. */
interface SetupCall extends CommandCall {
  readonly known: KnownHost;
}

type AskedSetup = Omit<SetupState, 'id'>;

type ReadySetup = Pick<SetupReading, 'settings' | 'notes'> & Pick<NewCalendar, 'alerts'>;

const withQuestion = (problem: string, question: string): Message => sentences(problem, question);

function textsOf(call: CommandCall): SetupTexts {
  const given = SETUP_FIELDS.map((name) => [name, call.word(name)] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== undefined));
}

/** Channels separated by commas or spaces; an empty text, or a no, names none. */
async function channelsNamed(
  { platform, caller }: CommandCall,
  text: string,
): Promise<Outcome<FoundChannel[], SentenceProblem>> {
  const names = text.split(/[\s,]+/).filter((name) => name !== '' && !/^(no|none|-)$/i.test(name));
  const channels: FoundChannel[] = [];
  for (const name of names) {
    const channel = await platform.findChannel(caller, name);
    if (!channel.ok) return channel;
    channels.push(channel.value);
  }
  return done(channels);
}
