import { ask } from '../e2e/ask.js';
import {
  attempt,
  type AskedWish,
  type Attempt,
  isDone,
  isTurnedAway,
  resultOf,
  type Stand,
  type Wish,
} from './attempt.js';
import { type Booked, toBook } from './attendee-wishes.js';
import type { Dice } from './dice.js';
import type { Acting } from './host-wishes.js';
import type { RaceArena } from './race-arena.js';
import { type RaceHost, setUpHost } from './race-host.js';
import { judge, judgeMoment } from './race-judge.js';
import { runOut, type StandingBooking } from './standing.js';

const DAY = 86_400_000;
/** Between two looks at what is stored while everybody is at it, in milliseconds; or longer. */
const LOOK_EVERY = 25;
/** When whoever was asked to come again does, in milliseconds. */
const LATER = 500;
/** About as long as a rush takes, in milliseconds. */
const SOON = 80;

/** One race: some hosts, whoever wants something of them, and what they were told. */
export class Round {
  private readonly handles: string[] = [];
  private readonly attempts: Attempt[] = [];
  private turns = 0;

  constructor(
    private readonly arena: RaceArena,
    readonly dice: Dice,
  ) {}

  /** Somebody new with a calendar for each of these `/schedule setup` flags, alerts in a channel. */
  async host(...calendars: readonly string[]): Promise<RaceHost> {
    const name = this.arena.newcomer(this.dice.seed);
    this.handles.push(name);
    return setUpHost(this.arena.stands[0].desk, name, calendars);
  }

  /** A setting of the host's latest calendar, as its command has it. */
  async set({ handle }: RaceHost, setting: string): Promise<void> {
    const answer = await this.arena.stands[0].desk.say(handle, `/schedule set ${setting}`);
    if (!answer.includes('→')) throw new Error(`“set ${setting}” is answered:\n${answer}`);
  }

  /** The host reads by mail, too, what becomes of their bookings. */
  async tellByMail({ handle }: RaceHost): Promise<void> {
    const address = `${handle}@example.com`;
    await this.arena.stands[0].desk.say(handle, `/schedule account email ${address}`);
  }

  /** A key with which a program acts for the host. */
  async keyOf({ handle }: RaceHost): Promise<Acting> {
    const answer = await this.arena.stands[0].desk.say(handle, '/schedule account api-key');
    const apiKey = /vav_[\w-]+/.exec(answer)?.[0];
    if (!apiKey) throw new Error(`No key for ${handle}:\n${answer}`);
    return { handle, apiKey };
  }

  /** What a link of theirs that books once has as `once`. */
  async linkOnce({ handle }: RaceHost): Promise<string> {
    const answer = await this.arena.stands[0].desk.say(handle, '/schedule link one-time');
    const once = /[?&]once=([\w-]+)/.exec(answer)?.[1];
    if (!once) throw new Error(`No link for ${handle}:\n${answer}`);
    return once;
  }

  /** The free starts of one day, between three days and a month ahead: `…Z`. */
  async starts(path: string): Promise<string[]> {
    const date = new Date(Date.now() + this.dice.between(3, 30) * DAY).toISOString().slice(0, 10);
    return this.startsOn(path, date);
  }

  /** So many free starts of one day that follow one another. */
  async startsInARow(path: string, count: number): Promise<string[]> {
    const starts = await this.starts(path);
    const from = this.dice.between(0, Math.max(0, starts.length - count));
    return starts.slice(from, from + count);
  }

  /** The free starts of a date, `YYYY-MM-DD`. */
  async startsOn(path: string, date: string): Promise<string[]> {
    const { url } = this.arena.stands[0];
    const { json } = await ask(url, { path: `${path}/slots?start=${date}&end=${date}` });
    const days: { readonly slots: readonly { readonly start: string }[] }[] = json.days;
    return days.flatMap(({ slots }) => slots.map(({ start }) => new Date(start).toISOString()));
  }

  key(): string {
    return this.arena.key();
  }

  /** All at once, turn and turn about to one process and the other. */
  async rush<W extends Wish>(wishes: readonly W[]): Promise<Attempt<W>[]> {
    return Promise.all(wishes.map((wish) => this.try(wish)));
  }

  /** The same, and whoever is asked to come again does. */
  async insist(wishes: readonly AskedWish[]): Promise<Attempt<AskedWish>[]> {
    const tried = await this.rush(wishes);
    const again = tried.filter(isTurnedAway);
    if (again.length === 0) return tried;
    await new Promise((resolve) => setTimeout(resolve, LATER));
    return [...tried.filter((one) => !isTurnedAway(one)), ...(await this.insist(again))];
  }

  /** The same, while somebody watches that the law holds at every moment, not only at the end. */
  async watched<W extends Wish>(wishes: readonly W[]): Promise<Attempt<W>[]> {
    return this.whileWatched(this.rush(wishes));
  }

  async whileWatched<T>(work: Promise<T>): Promise<T> {
    const watch = { isOver: false };
    const ended = work.finally(() => (watch.isOver = true));
    const watching = (async () => {
      while (!watch.isOver) {
        const begun = performance.now();
        await judgeMoment(this.arena, this.handles);
        const rest = Math.max(LOOK_EVERY, 3 * (performance.now() - begun));
        await new Promise((resolve) => setTimeout(resolve, rest));
      }
    })();
    const [result] = await Promise.all([ended, watching]);
    return result;
  }

  /** One after the other, turn and turn about to one process and the other. */
  async queue<W extends Wish>(wishes: readonly W[]): Promise<Attempt<W>[]> {
    const tried: Attempt<W>[] = [];
    for (const wish of wishes) tried.push(await this.try(wish));
    return tried;
  }

  /** Somebody books what is free. */
  async booked(path: string, start: string): Promise<Booked> {
    const [tried] = await this.insist([toBook(path, start, this.key())]);
    if (!tried || !isDone(tried)) throw new Error(`${start} was free and could not be booked.`);
    return resultOf(tried).json;
  }

  /**
   * In `percent` of a hundred cases whatever is held or asked of the host runs out soon, as if the time
   * had passed; the uids of all that does.
   */
  async mayRunOut({ handle }: RaceHost, percent: number): Promise<readonly string[]> {
    if (!this.dice.chance(percent)) return [];
    await new Promise((resolve) => setTimeout(resolve, this.dice.between(0, SOON)));
    return runOut(this.arena, handle);
  }

  /** What ran out is settled by whoever writes next: somebody books a day on which nobody else does. */
  async settle(path: string): Promise<void> {
    const date = new Date(Date.now() + 40 * DAY).toISOString().slice(0, 10);
    const [start = ''] = await this.startsOn(path, date);
    await this.booked(path, start);
  }

  /** Judges by what is stored, never by counting answers. Returns what is stored. */
  async judge(): Promise<StandingBooking[]> {
    return judge(this.case);
  }

  /** What the judge looks at, and who may be asked about it. */
  get case() {
    return { database: this.arena, attempts: this.attempts, handles: this.handles };
  }

  private async try<W extends Wish>(wish: W): Promise<Attempt<W>> {
    const tried = await attempt(this.stand(), wish);
    this.attempts.push(tried);
    return tried;
  }

  private stand(): Stand {
    this.turns += 1;
    return this.arena.stands[this.turns % 2 === 0 ? 1 : 0];
  }
}
