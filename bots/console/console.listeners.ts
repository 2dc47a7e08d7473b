import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Env } from '../../src/config/env.js';
import { HostName } from '../../src/hosts/host-name.service.js';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { say } from '../../src/language/say.js';
import { Assistant } from '../core/assistant.js';
import { sentences } from '../core/message.js';
import { consolePerson, terminalUser } from './console-person.js';
import { ConsoleInput } from './console-input.js';
import { ConsolePlatform } from './console.platform.js';
import { ConsoleScreen } from './console-screen.js';

/** How long a piped line waits for the cards it caused, in milliseconds. */
const CARDS_WAIT = 3_000;

/** Hears what is typed, or piped, line by line, and shows what the assistant answers. */
@Injectable()
export class ConsoleListeners implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ConsoleListeners.name);
  private person: ChatPerson = consolePerson(terminalUser());
  private isStopping = false;
  private hasQuit = false;
  private hearing: Promise<void> = Promise.resolve();

  constructor(
    private readonly env: Env,
    private readonly input: ConsoleInput,
    private readonly assistant: Assistant,
    private readonly platform: ConsolePlatform,
    private readonly screen: ConsoleScreen,
    private readonly jobs: Jobs,
    private readonly identities: Identities,
    private readonly names: HostName,
  ) {}

  /** Called when the product takes requests, so that the links in answers already work. */
  start(): void {
    if (this.input.isHeard) this.hearing = this.hear();
  }

  /** The line under way is answered while there is still a database. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.input.close();
    await this.hearing;
  }

  /** The end of the input is the end of the product, unless it is to stay up. */
  private async hear(): Promise<void> {
    try {
      for await (const line of this.input.read(() => this.person.userKey)) {
        await this.take(line);
        if (!this.input.isTerminal && !this.isStopping)
          await this.jobs.settle(CARDS_WAIT).catch(ignore);
      }
    } catch (error) {
      this.logger.error({ err: error }, 'The console stopped reading.');
    }
    const staysUp = this.env.console === 'keep' && !this.input.isTerminal && !this.hasQuit;
    if (!this.isStopping && !staysUp) process.kill(process.pid, 'SIGTERM');
  }

  private async take(line: string): Promise<void> {
    const [, word = '', rest = ''] = /^\s*\/([\w-]*)\s*(.*)$/.exec(line) ?? [];
    switch (word) {
      case 'as':
        return this.actAs(rest);
      case 'press':
        return this.press(rest);
      case 'dm':
        return this.say(rest);
      case 'quit':
        this.hasQuit = true;
        this.input.close();
        return;
      default:
        return this.say(line);
    }
  }

  private async say(text: string): Promise<void> {
    const { person, platform } = this;
    const isBlank = text.trim() === '';
    if (isBlank && !(await this.assistant.isInConversation(person).catch(ignore))) return;
    this.screen.show(null, await this.assistant.hear({ person, platform, text }));
  }

  private async actAs(name: string): Promise<void> {
    if (name === '') {
      this.screen.show(null, sentences(say('console:asWhom')));
      return;
    }
    const found = await this.platform.findPerson(this.person, name);
    if (!found.ok) {
      this.screen.show(null, sentences(found.problem.sentence));
      return;
    }
    const former = this.person.userKey;
    this.person = found.value;
    const called = await this.called(found.value).catch(ignore);
    const facts = { name: called ?? found.value.name, former };
    this.screen.show(null, sentences(say('console:as', facts)));
  }

  private async called(person: ChatPerson): Promise<string> {
    const known = await this.identities.known(person);
    return known ? this.names.called(known) : person.name;
  }

  private async press(word: string): Promise<void> {
    const number = Number(word);
    if (!/^\d+$/.test(word)) {
      this.screen.show(null, sentences(say('console:pressWhich')));
      return;
    }
    const button = this.screen.button(number);
    if (!button) {
      this.screen.show(null, sentences(say('console:noButton', { number })));
      return;
    }
    const { person, platform } = this;
    this.screen.show(null, await this.assistant.press({ person, platform, button }));
  }
}

/** The database is away: whoever types is told so by the next answer. */
const ignore = (): undefined => undefined;
