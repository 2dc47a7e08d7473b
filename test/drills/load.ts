import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../e2e/ask.js';
import { type AskedWish, type Attempt, isDone, resultOf } from '../races/attempt.js';
import { type Booked, toBook, toCancel, toMove } from '../races/attendee-wishes.js';
import type { Dice } from '../races/dice.js';

/** Nobody waits longer for an answer, in milliseconds. */
const PATIENCE = 20_000;
/** Between two wishes of a guest, in milliseconds. */
const BREATH = 15;

export interface Choice {
  /** Path of the calendar in the API. */
  readonly path: string;
  readonly starts: readonly string[];
}

/** Guests who book, move and cancel, one wish after the other, and write down what they are told. */
export class Load {
  private readonly tried: Attempt<AskedWish>[] = [];
  private wishes = 0;
  private isOver = false;

  constructor(
    private readonly url: string,
    private readonly choices: readonly Choice[],
    private readonly dice: Dice,
  ) {}

  get attempts(): readonly Attempt<AskedWish>[] {
    return this.tried;
  }

  /** So many guests at once, until `stop`. */
  async run(guests: number): Promise<void> {
    await Promise.all(Array.from({ length: guests }, (_, guest) => this.guest(guest)));
  }

  /** Waits until so many more wishes are fulfilled. */
  async achieve(more: number): Promise<void> {
    const deadline = performance.now() + PATIENCE;
    for (const goal = this.done + more; this.done < goal;) {
      await wait(10);
      if (performance.now() > deadline) throw new Error(`Not ${more} wishes came true in time.`);
    }
  }

  stop(): void {
    this.isOver = true;
  }

  private get done(): number {
    return this.tried.filter((one) => isSettled(one) && isDone(one)).length;
  }

  private async guest(guest: number): Promise<void> {
    const own: Booked[] = [];
    while (!this.isOver) {
      const wish = this.wish(`${this.dice.seed}-${guest}`, own);
      const answer = await answerTo(this.url, wish);
      const tried = { ...wish, answers: [answer] };
      this.tried.push(tried);
      const isBooked = wish.kind === 'book' && isSettled(tried) && isDone(tried);
      if (isBooked) own.push(resultOf(tried).json);
      await wait(answer ? BREATH : 5 * BREATH);
    }
  }

  /** A booking that is moved or cancelled is not touched again: its last wish is its last. */
  private wish(guest: string, own: Booked[]): AskedWish {
    this.wishes += 1;
    const key = `g${guest}-${this.wishes}`;
    const { path, starts } = this.dice.pick(this.choices);
    const start = this.dice.pick(starts);
    const booked = this.dice.chance(35) ? own.shift() : undefined;
    if (!booked) return toBook(path, start, key);
    return this.dice.chance(60) ? toMove(booked, { start, key }) : toCancel(booked, key);
  }
}

/** Sends again what was not answered, with the same key, until it is; as a good client does. */
export async function settle(
  url: string,
  attempts: readonly Attempt<AskedWish>[],
): Promise<Attempt<AskedWish>[]> {
  const settled: Attempt<AskedWish>[] = [];
  for (const tried of attempts) {
    let current = tried;
    const deadline = performance.now() + PATIENCE;
    while (!isSettled(current)) {
      if (performance.now() > deadline) throw new Error(`${tried.key} gets no answer.`);
      current = { ...current, answers: [...current.answers, await answerTo(url, current)] };
      if (!isSettled(current)) await wait(200);
    }
    settled.push(current);
  }
  return settled;
}

/** Whether the last answer says what became of the wish. */
export function isSettled({ answers }: Attempt): boolean {
  const last = answers.at(-1);
  return last !== null && last !== undefined && !last.headers.has('retry-after');
}

/** Null when the connection broke. */
async function answerTo(url: string, { asked }: AskedWish) {
  try {
    return await Promise.race([ask(url, asked), noAnswer()]);
  } catch {
    return null;
  }
}

async function noAnswer(): Promise<never> {
  await wait(PATIENCE, undefined, { ref: false });
  throw new Error('No answer.');
}
