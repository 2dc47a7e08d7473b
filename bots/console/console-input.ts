import { createInterface, type Interface } from 'node:readline';
import { Injectable } from '@nestjs/common';
import { Env } from '../../src/config/env.js';
import { ConsoleScreen } from './console-screen.js';

/** Standard input as lines: typed below a prompt in a terminal, or piped. */
@Injectable()
export class ConsoleInput {
  readonly isTerminal = process.stdin.isTTY;
  private lines: Interface | null = null;
  private isClosed = false;

  constructor(
    private readonly screen: ConsoleScreen,
    private readonly env: Env,
  ) {}

  /** Whether anybody can give commands here. */
  get isHeard(): boolean {
    const mode = this.env.console;
    return mode === 'terminal' ? this.isTerminal : mode !== 'off';
  }

  /**
   * Line by line to the end of the input, in a terminal below a prompt that names whoever types.
   * What was piped behind a close is not read.
   */
  async *read(whoTypes: () => string): AsyncGenerator<string> {
    // In a terminal Node echoes what is typed, if it is told where.
    const output = this.isTerminal ? { output: process.stdout } : {};
    const lines = createInterface({
      ...{ input: process.stdin, terminal: this.isTerminal },
      ...output,
    });
    this.lines = lines;
    // A prompt on a closed line throws, and cards go on appearing until the very end.
    lines.once('close', () => {
      this.lines = null;
    });
    if (this.isTerminal) this.screen.redrawAfterwards(() => this.lines?.prompt(true));
    this.prompt(whoTypes());
    for await (const line of lines) {
      if (this.isClosed) return;
      yield line;
      this.prompt(whoTypes());
    }
  }

  close(): void {
    this.isClosed = true;
    this.lines?.close();
  }

  private prompt(name: string): void {
    if (!this.isTerminal) return;
    this.lines?.setPrompt(`${name} ▸ `);
    this.lines?.prompt();
  }
}
