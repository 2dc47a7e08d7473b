import { setTimeout } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../src/database/database.js';
import { Sweeps } from '../../src/database/sweeps.js';

/** What was told to us, by the platform's own name for it. */
export interface Told {
  readonly platform: string;
  readonly key: string;
}

/** Each one that takes over holds it until later than the one before, to the microsecond. */
interface Claim {
  readonly until: string;
}

/** How long whoever heeds a delivery may take before it is taken for dead, in seconds. */
const LONGEST = 30;

/** How often somebody who was told the same looks whether it has been heeded, in milliseconds. */
const LOOK_EVERY = 500;

/**
 * Platforms tell the same thing again when they are not sure that it was heard, to whichever process
 * answers. It is heeded once: whoever claims it first does, and who is told the same meanwhile waits,
 * to take over when the first one dies.
 */
@Injectable()
export class Deliveries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.sweeps.add({ table: 'chat_delivery', over: 'held_until' });
  }

  /**
   * The same for whoever knows that somebody else was told before: it is theirs, even if they have not
   * claimed it yet, unless they die over it.
   */
  async after(told: Told, work: () => Promise<void>): Promise<void> {
    const patience = AbortSignal.timeout(LONGEST * 1_000);
    while (!patience.aborted && !(await this.isClaimed(told))) await setTimeout(LOOK_EVERY);
    await this.once(told, work);
  }

  /**
   * What fails may be told again. Whoever was taken for dead meanwhile has no say any more: it is
   * another's.
   */
  async once(told: Told, work: () => Promise<void>): Promise<void> {
    const claim = await this.claimed(told);
    if (!claim) return;
    try {
      await work();
    } catch (error) {
      await this.run(FORGET, told, claim);
      throw error;
    }
    await this.run(HEEDED, told, claim);
  }

  /** Null when somebody else has heeded it. */
  private async claimed(told: Told): Promise<Claim | null> {
    for (;;) {
      const [claim] = await this.run<Claim>(CLAIM, told);
      if (claim) return claim;
      if (await this.isHeeded(told)) return null;
      await setTimeout(LOOK_EVERY);
    }
  }

  private async isClaimed(told: Told): Promise<boolean> {
    return (await this.run(IS_CLAIMED, told)).length > 0;
  }

  private async isHeeded(told: Told): Promise<boolean> {
    return (await this.run(IS_HEEDED, told)).length > 0;
  }

  private run<Row extends object>(
    statement: string,
    { platform, key }: Told,
    claim?: Claim,
  ): Promise<Row[]> {
    const facts = [platform, key, ...(claim ? [claim.until] : [])];
    return this.database.single((entities) => entities.execute<Row[]>(statement, facts));
  }
}

/** The database's clock decides, which is the same for every process. */
const CLAIM = `
  insert into chat_delivery (platform, key, held_until)
  values (?, ?, now() + interval '${LONGEST} seconds')
  on conflict (platform, key) do update
     set held_until = excluded.held_until, updated_at = now()
   where not chat_delivery.is_heeded and chat_delivery.held_until <= now()
  returning held_until::text as until`;

const IS_CLAIMED = `select id from chat_delivery where platform = ? and key = ?`;

const IS_HEEDED = `select id from chat_delivery where platform = ? and key = ? and is_heeded`;

const HEEDED = `
  update chat_delivery set is_heeded = true, updated_at = now()
   where platform = ? and key = ? and held_until = ?::timestamptz returning id`;

const FORGET = `
  delete from chat_delivery
   where platform = ? and key = ? and held_until = ?::timestamptz returning id`;
