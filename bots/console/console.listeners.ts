import { createInterface, type Interface } from 'node:readline';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Env } from '../../src/config/env.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { say } from '../../src/language/say.js';
import { Assistant } from '../core/assistant.js';
import { sentences } from '../core/message.js';
import { consolePerson, terminalUser } from './console-person.js';
import { ConsolePlatform } from './console.platform.js';
import { ConsoleScreen } from './console-screen.js';

/** How long a piped line waits for the cards it caused, in milliseconds. */
const CARDS_WAIT = 3_000;

/** Reads what is typed, or piped, line by line, and shows what the assistant answers. */
@Injectable()
export class ConsoleListeners implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ConsoleListeners.name);
  private input: Interface | null = null;
  private person: ChatPerson = consolePerson(terminalUser());

  constructor(
    private readonly env: Env,
    private readonly assistant: Assistant,
    private readonly platform: ConsolePlatform,
    private readonly screen: ConsoleScreen,
    private readonly jobs: Jobs,
  ) {}

  /** Called when the product takes requests, so that the links in answers already work. */
  start(): void {
    const isTerminal = process.stdin.isTTY;
    const mode = this.env.console;
    if (mode === 'off' || (mode === 'terminal' && !isTerminal)) return;
    this.read(isTerminal).catch((error: unknown) =>
      this.logger.error({ err: error }, 'The console stopped reading.'),
    );
  }

  beforeApplicationShutdown(): void {
    this.input?.close();
  }

  private async read(isTerminal: boolean): Promise<void> {
    const input = createInterface({ input: process.stdin, terminal: isTerminal });
    this.input = input;
    if (isTerminal) this.promptOn(input);
    for await (const line of input) {
      await this.take(line);
      if (isTerminal) this.promptOn(input);
      else await this.jobs.settle(CARDS_WAIT);
    }
    if (isTerminal || this.env.console !== 'keep') process.kill(process.pid, 'SIGTERM');
  }

  private async take(line: string): Promise<void> {
    const [, word = '', rest = ''] = /^\s*\/([\w-]*)\s*(.*)$/.exec(line) ?? [];
    switch (word) {
      case 'as':
        return this.actAs(rest);
      case 'press':
        return this.press(rest);
      case 'quit':
        this.input?.close();
        return;
      default:
        return this.say(line);
    }
  }

  private async say(text: string): Promise<void> {
    const { person, platform } = this;
    const isBlank = text.trim() === '';
    if (isBlank && !(await this.assistant.isInConversation(person))) return;
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
    const facts = { name: found.value.name, former };
    this.screen.show(null, sentences(say('console:as', facts)));
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

  private promptOn(input: Interface): void {
    input.setPrompt(`${this.person.userKey} ▸ `);
    this.screen.writeThrough((text) => {
      process.stdout.write(`\r\u001b[K${text}`);
      input.prompt(true);
    });
    input.prompt();
  }
}
