import { Injectable, Logger } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import { say } from '../language/say.js';

/** What is told of the state of the whole, in this order. */
const PARTS = ['product', 'database', 'jobs', 'mail', 'chat', 'keys'] as const;
export type StatusPart = (typeof PARTS)[number];

/** Where the question comes from: what belongs to people is told of that workspace alone. */
export interface StatusAsker {
  readonly platform: string;
  readonly workspace: string;
}

type Tell = (asker: StatusAsker) => Promise<readonly string[]>;

/** A part that has not answered by then is left out, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Where each part of the product makes itself known that has a state to tell: facts in sentences, and
 * no secrets. Nobody has to look into another one for them.
 */
@Injectable()
export class StatusBoard {
  private readonly logger = new Logger(StatusBoard.name);
  private readonly parts = new Map<StatusPart, Tell>();

  serve(part: StatusPart, tell: Tell): void {
    this.parts.set(part, tell);
  }

  async report(asker: StatusAsker): Promise<readonly string[]> {
    const known = PARTS.flatMap((part) => {
      const tell = this.parts.get(part);
      return tell ? [{ part, tell }] : [];
    });
    const told = await Promise.all(known.map(({ part, tell }) => this.ask(part, tell(asker))));
    return told.flat();
  }

  private async ask(
    part: StatusPart,
    answer: Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    const silence = [say('status:silent', { part: say(`status:part.${part}`) })];
    try {
      return await Promise.race([answer, setTimeout(PATIENCE, silence, { ref: false })]);
    } catch (error) {
      this.logger.warn({ err: error }, `The state of a part could not be told: ${part}.`);
      return silence;
    }
  }
}
