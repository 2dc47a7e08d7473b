import { Injectable, Logger } from '@nestjs/common';
import { actAs } from '../../src/audit/acting.js';
import { Env } from '../../src/config/env.js';
import { postgresFailure } from '../../src/database/postgres-failure.js';
import type { ChatIdentity } from '../../src/hosts/chat-identity.entity.js';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { nameCommands, say } from '../../src/language/say.js';
import type { ChatPlatform } from './chat-platform.js';
import type { CommandCall } from './commands/command.js';
import { CommandList } from './commands/command-list.js';
import type { ConfirmedLine } from './dialogues/confirmations.js';
import { Conversations } from './dialogues/conversations.js';
import { CommandInput } from './grammar/command-input.js';
import { grammarNamed } from './grammar/grammar.js';
import { helpLines } from './grammar/help.js';
import { parseTextCommand } from './grammar/text-command.parser.js';
import { type Message, sentences } from './message.js';
import { type Press, Presses } from './presses.js';

/** Something that a person said to the assistant on some platform. */
export interface Saying {
  readonly person: ChatPerson;
  readonly platform: ChatPlatform;
  /** A command with its slash, or a word in an open conversation. */
  readonly text: string;
}

/** The assistant behind every platform: what is said goes in, what to answer comes out. */
@Injectable()
export class Assistant {
  private readonly logger = new Logger(Assistant.name);
  private readonly grammar;

  constructor(
    private readonly identities: Identities,
    private readonly commands: CommandList,
    private readonly conversations: Conversations,
    private readonly presses: Presses,
    env: Env,
  ) {
    this.grammar = grammarNamed(env.commandNames);
    nameCommands(env.commandNames);
  }

  hear({ person, platform, text }: Saying): Promise<Message> {
    return this.guarded(async () => {
      const caller = await this.identities.identify(person);
      return actAs({ kind: 'person', id: caller.id }, () => this.heed({ caller, platform, text }));
    });
  }

  /** Whether a word without a slash, even an empty one, would be an answer. */
  async isInConversation(person: ChatPerson): Promise<boolean> {
    const caller = await this.identities.identify(person);
    return this.conversations.isOpen(caller);
  }

  press(press: Omit<Press, 'caller'> & { readonly person: ChatPerson }): Promise<Message> {
    return this.guarded(async () => {
      const caller = await this.identities.identify(press.person);
      return actAs({ kind: 'person', id: caller.id }, () => this.presses.run({ ...press, caller }));
    });
  }

  private async heed({ caller, platform, text }: HeardText): Promise<Message> {
    if (text.trimStart().startsWith('/')) {
      await this.conversations.leaveQuestion(caller);
      return this.obey({ caller, platform, line: text });
    }
    const again = (confirmed: ConfirmedLine) =>
      this.obey({ caller, platform, ...confirmed, isConfirmed: true });
    return this.conversations.continue({ caller, platform, text, again });
  }

  private async obey(order: Order): Promise<Message> {
    const parsed = parseTextCommand(order.line, this.grammar);
    if (!parsed.ok) return sentences(parsed.problem.sentence, ...parsed.problem.help);
    const { command: entry, values } = parsed.value;
    const input = new CommandInput(values);
    if (entry.path === 'help') {
      return sentences(...helpLines(this.grammar, entry.top, input.word('topic') ?? ''));
    }
    const command = entry.top === 'schedule' ? this.commands.find(entry.path) : undefined;
    if (!command) return sentences(entry.later ?? say('commands:failed'));
    const call: CommandCall = {
      caller: order.caller,
      platform: order.platform,
      line: order.line,
      ...(order.calendarId === undefined ? {} : { calendarId: order.calendarId }),
      isConfirmed: order.isConfirmed === true || input.isOn('yes'),
      word: input.word,
    };
    return command.run(call);
  }

  /** Nobody is left without an answer, and no answer holds more than what to do next. */
  private async guarded(work: () => Promise<Message>): Promise<Message> {
    try {
      return await work();
    } catch (error) {
      const isPassing = postgresFailure(error) === 'again';
      if (isPassing) this.logger.warn({ err: error }, 'The database could not be reached.');
      else this.logger.error({ err: error }, 'A command failed.');
      return sentences(say('commands:failed'));
    }
  }
}

interface HeardText extends Omit<Saying, 'person'> {
  readonly caller: ChatIdentity;
}

interface Order extends ConfirmedLine {
  readonly caller: ChatIdentity;
  readonly platform: ChatPlatform;
  readonly isConfirmed?: boolean;
}
