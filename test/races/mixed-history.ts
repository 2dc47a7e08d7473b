import { type Attempt, isDone, resultOf, type Wish } from './attempt.js';
import {
  type Booked,
  type Held,
  toBook,
  toBookHeld,
  toCancel,
  toChoose,
  toHold,
  toMove,
  toPick,
  toRelease,
  toWithdraw,
} from './attendee-wishes.js';
import { type Acting, toCallOff, toConfirm, toDecline, toPropose } from './host-wishes.js';
import type { Round } from './round.js';

const LASTS = 3_000;
const GUESTS = 6;
const HOURS = 5;
/** Between two looks of somebody who has nothing to do yet, in milliseconds. */
const BREATH = 20;

/** For some seconds everything happens at once to one host and their calendars, whatever comes. */
export async function mixedHistory(round: Round): Promise<void> {
  const host = await round.host(
    '--duration 30 --step 15 --buffer-after 10',
    '--duration 60 --step 15 --buffer-before 15 --buffer-after 15',
    '--duration 45 --step 15 --buffer-after 0',
  );
  await round.set(host, 'approval on');
  const life = new Life(round, await round.keyOf(host), await placesOf(round, host.paths));
  const end = performance.now() + LASTS;
  const live = async (next: () => Wish | null): Promise<void> => {
    while (performance.now() < end) {
      const wish = next();
      if (wish) life.learn(...(await round.queue([wish])));
      else await new Promise((resolve) => setTimeout(resolve, BREATH));
    }
  };
  const time = async (): Promise<void> => {
    while (performance.now() < end) {
      await round.mayRunOut(host, 100);
      await new Promise((resolve) => setTimeout(resolve, LASTS / 8));
    }
  };
  const guests = Array.from({ length: GUESTS }, () => live(() => life.ofGuest()));
  const hosts = [
    live(() => life.ofHost()),
    live(() => life.proposal()),
    live(() => life.proposal()),
  ];
  await round.whileWatched(Promise.all([...guests, ...hosts, time()]));
  await round.settle(host.paths[0]);
  await round.judge();
}

interface Place {
  readonly path: string;
  readonly starts: readonly string[];
}

/** The same hours of the same day in every calendar. */
async function placesOf(round: Round, paths: readonly string[]): Promise<Place[]> {
  const [first = ''] = await round.starts(paths[0] ?? '');
  const from = round.dice.between(0, 23 - HOURS);
  const isWithin = (start: string): boolean => {
    const hour = new Date(start).getUTCHours();
    return from <= hour && hour < from + HOURS;
  };
  return Promise.all(
    paths.map(async (path) => {
      const starts = await round.startsOn(path, first.slice(0, 10));
      return { path, starts: starts.filter(isWithin) };
    }),
  );
}

/** What everybody knows, and what they may want next. */
class Life {
  private readonly booked: Booked[] = [];
  private readonly held: Held[] = [];
  private readonly proposed = new Map<string, readonly string[]>();

  constructor(
    private readonly round: Round,
    private readonly acting: Acting,
    private readonly places: readonly Place[],
  ) {}

  ofGuest(): Wish {
    const { dice } = this.round;
    const { path, start } = this.anywhere();
    const key = this.round.key();
    const booked = this.anyone();
    const held = this.held.length > 0 ? dice.pick(this.held) : null;
    const choices: (() => Wish)[] = [
      ...[() => toBook(path, start, key), () => toHold(path, start, key)],
      ...(held ? [() => toBookHeld(toBook(path, start, key), held)] : []),
      ...(held && dice.chance(20) ? [() => toRelease(held, key)] : []),
      ...(booked ? [() => toMove(booked, { start, key }), () => this.toPick(booked, key)] : []),
      ...(booked && dice.chance(50) ? [() => toChoose(booked, start, key)] : []),
      ...(booked && dice.chance(30) ? [() => toWithdraw(booked, key)] : []),
      ...(booked && dice.chance(20) ? [() => toCancel(booked, key)] : []),
    ];
    return dice.pick(choices)();
  }

  ofHost(): Wish | null {
    const booked = this.anyone();
    const { dice } = this.round;
    const toAnswer = dice.pick([toConfirm, toConfirm, toConfirm, toDecline, toCallOff]);
    return booked && toAnswer(this.acting, booked, this.round.key());
  }

  proposal(): Wish | null {
    const booked = this.anyone();
    if (!booked) return null;
    const { dice } = this.round;
    const some = Array.from({ length: dice.between(1, 3) }, () => this.anywhere().start);
    const starts = [...new Set(some)];
    this.proposed.set(booked.uid, starts);
    return toPropose(this.acting, booked, { key: this.round.key(), starts });
  }

  learn(tried?: Attempt): void {
    if (!tried || !isDone(tried)) return;
    if (tried.kind === 'book') this.booked.push(resultOf(tried).json);
    if (tried.kind === 'hold') this.held.push(resultOf(tried).json);
  }

  /** One of those that were proposed, if any were, or none of them. */
  private toPick(booked: Booked, key: string): Wish {
    const starts = this.proposed.get(booked.uid) ?? [];
    return toPick(booked, this.round.dice.pick([...starts, null]), key);
  }

  /** Rather somebody who booked of late: the others are over and done with. */
  private anyone(): Booked | null {
    const latest = this.booked.slice(-8);
    return latest.length > 0 ? this.round.dice.pick(latest) : null;
  }

  private anywhere(): { readonly path: string; readonly start: string } {
    const { path, starts } = this.round.dice.pick(this.places);
    return { path, start: this.round.dice.pick(starts) };
  }
}
