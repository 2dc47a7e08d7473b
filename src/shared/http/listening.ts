import { Injectable } from '@nestjs/common';

/** Tells those who wait for it that the product takes requests. */
@Injectable()
export class Listening {
  private readonly waiting: (() => Promise<void> | void)[] = [];

  /** In the order of asking, one after the other. */
  whenOpen(work: () => Promise<void> | void): void {
    this.waiting.push(work);
  }

  async announce(): Promise<void> {
    for (const work of this.waiting) await work();
  }
}
