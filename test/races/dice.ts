/** Chance that can be repeated: the same seed, the same throws. */
export class Dice {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.between(0, choices.length - 1)];
    if (choice === undefined) throw new Error('There is nothing to pick from.');
    return choice;
  }

  /** True in `percent` of a hundred throws. */
  chance(percent: number): boolean {
    return this.next() * 100 < percent;
  }

  /** `count` different ones, in any order; all of them when there are fewer. */
  draw<T>(choices: readonly T[], count: number): T[] {
    const left = [...choices];
    const drawn: T[] = [];
    while (drawn.length < count && left.length > 0) {
      drawn.push(...left.splice(this.between(0, left.length - 1), 1));
    }
    return drawn;
  }

  /** mulberry32: 32 bits of state are plenty for choosing rivals. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
