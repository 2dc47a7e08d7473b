import type { ProductProcess } from './product-process.js';

/** An answer: every other block is headed by the channel or person it is shown to. */
const ANSWER = /(?<=^|\n\n)(?![#@][^\n]* ▸)\S/;

/** The terminal of a product, at which one person after the other types and reads the answer. */
export class Desk {
  private who = '';
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly product: Pick<ProductProcess, 'type'>) {}

  /** Gives a command as somebody, once nobody else is typing; the answer. */
  say(who: string, line: string): Promise<string> {
    const answer = this.turn.then(() => this.type(who, line));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  private async type(who: string, line: string): Promise<string> {
    if (who !== this.who) await this.product.type(`/as ${who}`, ANSWER);
    this.who = who;
    const shown = await this.product.type(line, ANSWER);
    return shown.split('\n\n').at(-1) ?? '';
  }
}
