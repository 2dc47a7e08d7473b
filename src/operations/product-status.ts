import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../config/env.js';
import { productVersion } from '../config/product-version.js';
import { ageWords } from '../language/age-words.js';
import { say } from '../language/say.js';
import { Clock } from '../shared/clock.js';
import { StatusBoard } from '../shared/status-board.js';

/** Tells which release runs, where, and since when. */
@Injectable()
export class ProductStatus implements OnModuleInit {
  private readonly startedAt: number;

  constructor(
    private readonly board: StatusBoard,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {
    this.startedAt = clock.now();
  }

  onModuleInit(): void {
    const version = productVersion();
    this.board.serve('product', () => {
      const age = ageWords(this.clock.now() - this.startedAt);
      return Promise.resolve([say('status:product', { version, url: this.env.publicUrl, age })]);
    });
  }
}
