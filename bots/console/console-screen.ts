import { Injectable, Logger } from '@nestjs/common';
import type { Button, Message } from '../core/message.js';
import { blockOf } from './console.renderer.js';

/** Buttons further up than this have scrolled away. */
const MOST_BUTTONS = 1_000;

/** Everything the console shows: one block of standard output per answer or card. */
@Injectable()
export class ConsoleScreen {
  private readonly logger = new Logger(ConsoleScreen.name);
  private readonly buttons = new Map<number, Button>();
  private lastNumber = 0;
  private redraw: (() => void) | null = null;
  private write: (text: string) => void = (text) => void process.stdout.write(text);

  constructor() {
    // Whoever read the output may go away (`| head`): the product goes on without them.
    process.stdout.once('error', (error: Error) => {
      this.logger.warn(
        { err: error },
        'Standard output is closed: the console shows nothing more.',
      );
      process.stdout.on('error', () => undefined);
      this.write = () => undefined;
    });
  }

  /** `where` heads the block: a channel, a person, or nothing for an answer. */
  show(where: string | null, message: Message): void {
    const text = blockOf({ where, message, firstNumber: this.lastNumber + 1 });
    for (const button of message.buttons ?? []) this.number(button);
    this.write(`${this.redraw ? CLEAR_LINE : ''}${text}\n\n`);
    this.redraw?.();
  }

  /** The button that bears this number on the screen. */
  button(number: number): Button | undefined {
    return this.buttons.get(number);
  }

  /** In a terminal the line that is being typed moves below what is shown. */
  redrawAfterwards(redraw: () => void): void {
    this.redraw = redraw;
  }

  /** Shows elsewhere than on standard output. */
  writeTo(write: (text: string) => void): void {
    this.write = write;
  }

  private number(button: Button): void {
    this.lastNumber += 1;
    this.buttons.set(this.lastNumber, button);
    this.buttons.delete(this.lastNumber - MOST_BUTTONS);
  }
}

const CLEAR_LINE = '\r\u001b[K';
