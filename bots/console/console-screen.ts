import { Injectable } from '@nestjs/common';
import type { Button, Message } from '../core/message.js';
import { blockOf } from './console.renderer.js';

/** Everything the console shows: one block of standard output per answer or card. */
@Injectable()
export class ConsoleScreen {
  private readonly buttons: Button[] = [];
  private write: (text: string) => void = (text) => void process.stdout.write(text);

  /** `where` heads the block: a channel, a person, or nothing for an answer. */
  show(where: string | null, message: Message): void {
    const firstNumber = this.buttons.length + 1;
    this.buttons.push(...(message.buttons ?? []));
    this.write(`${blockOf({ where, message, firstNumber })}\n\n`);
  }

  /** The button that bears this number on the screen. */
  button(number: number): Button | undefined {
    return this.buttons[number - 1];
  }

  /** Lets a terminal keep its input line below what is shown. */
  writeThrough(write: (text: string) => void): void {
    this.write = write;
  }
}
