import { Injectable, Logger } from '@nestjs/common';
import { actAs } from '../../src/audit/acting.js';
import { Env } from '../../src/config/env.js';
import { Database } from '../../src/database/database.js';
import { postgresFailure } from '../../src/database/postgres-failure.js';
import { WriteWatch } from '../../src/database/write-watch.js';
import type { ChatIdentity } from '../../src/hosts/chat-identity.entity.js';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { nameCommands, say } from '../../src/language/say.js';
import { Clock } from '../../src/shared/clock.js';
import type { ChatPlatform } from './chat-platform.js';
import { WhichBooking } from './commands/bookings/which-booking.js';
import { CommandRunner, type Order } from './commands/command-runner.js';
import type { ConfirmedLine } from './dialogues/confirmations.js';
import { Homes } from './dashboard/homes.js';
import { Conversations, type Word } from './dialogues/conversations.js';
import type { Chosen } from './dialogues/talk.js';
import type { Talker } from './dialogues/talker.js';
import { type Answer, type FilledForm, type FormWish, inWords } from './forms/form.js';
import type { FieldSentences } from './forms/form-script.js';
import { formAskedFor } from './forms/form-asked-for.js';
import { formForPress } from './forms/form-for-press.js';
import { Forms } from './forms/forms.js';
import { grammarNamed } from './grammar/grammar.js';
import { helpLines } from './grammar/help.js';
import { parseTextCommand } from './grammar/text-command.parser.js';
import { unslashed } from './grammar/unslashed.js';
import { LinkPreview } from './links/link-preview.js';
import { type Button, type Message, sentences } from './message.js';
import { seenIn } from './seen-people.js';
import { Presses, type PressedButton } from './presses/presses.js';

/** Something that a person said to the assistant on some platform. */
export interface Saying {
  readonly person: ChatPerson;
  readonly platform: ChatPlatform;
  /** A command with its slash, or a word in an open conversation. */
  readonly text: string;
}

/** A button that somebody pressed. */
export interface Pressing extends Omit<Saying, 'text'> {
  readonly button: Pick<Button, 'verb' | 'subject'>;
}

/** The assistant behind every platform: what is said goes in, what to answer comes out. */
@Injectable()
export class Assistant {
  private readonly logger = new Logger(Assistant.name);
  private readonly grammar;

  constructor(
    private readonly identities: Identities,
    private readonly runner: CommandRunner,
    private readonly which: WhichBooking,
    private readonly conversations: Conversations,
    private readonly presses: Presses,
    private readonly forms: Forms,
    private readonly homes: Homes,
    private readonly previews: LinkPreview,
    private readonly database: Database,
    private readonly clock: Clock,
    env: Env,
  ) {
    this.grammar = grammarNamed(env.commandNames);
    nameCommands(env.commandNames);
  }

  hear({ person, platform, text }: Saying): Promise<Message> {
    return this.said(person, (caller) => this.heed({ caller, platform, text }));
  }

  /** Whether a word without a slash, even an empty one, would be an answer. */
  async isInConversation(person: ChatPerson): Promise<boolean> {
    const caller = await this.identities.identify(person);
    return this.conversations.isOpen(caller);
  }

  /** A choice of a select or button, where a platform has those; typed answers are heard. */
  choose(choice: Chosen & Pick<Saying, 'person' | 'platform'>): Promise<Message> {
    const { person, platform } = choice;
    return this.said(person, (caller) =>
      this.conversations.choose(this.wordOf({ caller, platform }), choice),
    );
  }

  press({ person, platform, button }: Pressing): Promise<Message> {
    const { verb, subject } = button;
    return this.said(person, (caller) =>
      verb === 'give-command'
        ? this.heed({ caller, platform, text: subject })
        : this.presses.run({ caller, platform, button: { verb, subject } }),
    );
  }

  /** Somebody opens the page that the platform has for the assistant: it is shown, and kept up. */
  async openHome({ person, platform }: Omit<Saying, 'text'>): Promise<void> {
    const failed = await this.guarded<Message | null>(async () => {
      await this.homes.open({ caller: await this.identities.identify(person), platform });
      return null;
    }, asItIs);
    if (failed) await platform.showHome(person, [failed]);
  }

  /** What is shown below a link that somebody posted; null for nothing. */
  preview(url: string): Promise<Message | null> {
    return this.guarded(
      () => this.previews.of(url),
      () => null,
    );
  }

  /** The form that a line asks for, where the platform has windows; null when words answer it. */
  formAskedFor(text: string): FormWish | null {
    return formAskedFor(text, this.grammar);
  }

  /** The form that a press opens; null when it does something at once. */
  formForPress(button: Pressing['button']): FormWish | null {
    return formForPress(button, this.grammar);
  }

  openForm(opener: FormTurn<FormWish>): Promise<Answer> {
    return this.formTurn(opener, (talker, wish) => this.forms.open(talker, wish));
  }

  /** What is wrong at first sight; looks nothing up. */
  checkForm(filled: FilledForm): FieldSentences {
    return this.forms.check(filled);
  }

  changeForm(changer: FormTurn<FilledForm> & { readonly fieldId: string }): Promise<Answer> {
    return this.formTurn(changer, (talker, filled) =>
      this.forms.change(talker, filled, changer.fieldId),
    );
  }

  submitForm(submitter: FormTurn<FilledForm>): Promise<Answer> {
    return this.formTurn(submitter, (talker, filled) => this.forms.submit(talker, filled));
  }

  async leaveForm(leaver: FormTurn<Pick<FormWish, 'kind' | 'subject'>>): Promise<void> {
    await this.formTurn(leaver, async (talker, form) => {
      await this.forms.leave(talker, form);
      return inWords(sentences());
    });
  }

  private formTurn<Form>(
    { person, platform, form }: FormTurn<Form>,
    turn: (talker: Talker, form: Form) => Promise<Answer>,
  ): Promise<Answer> {
    const seen = (answer: Answer): Answer =>
      answer.kind === 'message' ? inWords(seenIn(answer.message, person)) : answer;
    const heed = async (caller: ChatIdentity) => seen(await turn({ caller, platform }, form));
    return this.turn(person, heed, inWords);
  }

  /** Where the answer is words. */
  private said(
    person: ChatPerson,
    work: (caller: ChatIdentity) => Promise<Message>,
  ): Promise<Message> {
    return this.turn(person, async (caller) => seenIn(await work(caller), person), asItIs);
  }

  /** What somebody does in their own name; what it changed, they see on their home, too. */
  private turn<T>(
    person: ChatPerson,
    work: (caller: ChatIdentity) => Promise<T>,
    otherwise: (message: Message) => T,
  ): Promise<T> {
    return this.guarded(async (watch) => {
      const caller = await this.identities.identify(person);
      const answer = await actAs({ kind: 'person', id: caller.id }, () => work(caller));
      if (watch.mayHaveSaved) await this.homes.touch(caller).catch(this.homeless);
      return answer;
    }, otherwise);
  }

  /** What was done is done, and the home is shown anew with the next change. */
  private readonly homeless = (error: unknown): void => {
    this.logger.warn({ err: error }, 'A home may be out of date.');
  };

  private async heed({ caller, platform, text }: HeardText): Promise<Message> {
    const saidAt = this.clock.now();
    const line = text.trimStart().startsWith('/')
      ? text
      : await this.unslashed({ caller, platform }, text);
    if (line !== null) {
      await this.conversations.leaveQuestion(caller);
      return this.obey({ caller, platform, line, saidAt });
    }
    return this.conversations.continue({ ...this.wordOf({ caller, platform }), text });
  }

  private wordOf(talker: Talker): Omit<Word, 'text'> {
    const again = (confirmed: ConfirmedLine) =>
      this.obey({ ...talker, ...confirmed, isConfirmed: true });
    const press = (button: PressedButton) => this.presses.run({ ...talker, button });
    return { ...talker, saidAt: this.clock.now(), again, press };
  }

  /** Null for words, and for the answers to a form, in which anything may be meant. */
  private async unslashed(talker: Talker, text: string): Promise<string | null> {
    const line = unslashed(text, this.grammar);
    return line === null || (await this.conversations.isFilling(talker)) ? null : line;
  }

  private async obey(order: Order): Promise<Message> {
    const parsed = parseTextCommand(order.line, this.grammar);
    if (!parsed.ok) {
      const { sentence, help, unfinished } = parsed.problem;
      const asked = unfinished && (await this.which.asked(order, unfinished));
      return asked ?? sentences(sentence, ...help);
    }
    const { command: entry, values } = parsed.value;
    if (entry.path === 'help') {
      return sentences(...helpLines(this.grammar, entry.top, values.get('topic') ?? ''));
    }
    return this.runner.run(parsed.value, order);
  }

  /** Nobody is left without an answer, and none says that nothing was changed when something may be. */
  private async guarded<T>(
    work: (watch: WriteWatch) => Promise<T>,
    otherwise: (message: Message) => T,
  ): Promise<T> {
    const watch = new WriteWatch();
    try {
      return await this.database.watched(watch, () => work(watch));
    } catch (error) {
      const isPassing = postgresFailure(error) === 'again';
      if (isPassing) this.logger.warn({ err: error }, 'The database could not be reached.');
      else this.logger.error({ err: error }, 'A command failed.');
      return otherwise(
        sentences(say(watch.mayHaveSaved ? 'commands:failedLate' : 'commands:failed')),
      );
    }
  }
}

const asItIs = (message: Message): Message => message;

/** Somebody, where they are, and the form that they are at. */
export interface FormTurn<Form> extends Omit<Saying, 'text'> {
  readonly form: Form;
}

interface HeardText extends Omit<Saying, 'person'> {
  readonly caller: ChatIdentity;
}
