import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { StateStore } from '@slack/bolt';
import { z } from 'zod';
import { Database } from '../../../src/database/database.js';
import { Sweeps } from '../../../src/database/sweeps.js';
import { Clock } from '../../../src/shared/clock.js';
import { Fault } from '../../../src/shared/fault.js';
import { newUid } from '../../../src/shared/random.js';
import { SecretBox } from '../../../src/shared/secret-box.js';

/** How long somebody may take to say yes at Slack, in milliseconds. */
const LASTS = 10 * 60_000;

const PLACE = 'slack:install:state';

const stateSchema = z.object({
  nonce: z.string(),
  /** Epoch milliseconds. */
  until: z.number(),
  options: z.object({ scopes: z.array(z.string()), redirectUri: z.string().optional() }),
});

/**
 * The state that goes to Slack and comes back when somebody installs the app. It is sealed, so that a
 * visit to the page writes nothing; its browser holds it in a cookie; it is good once.
 */
@Injectable()
export class InstallStates implements StateStore, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly sweeps: Sweeps,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.add({ table: 'slack_used_state', over: 'expires_at' });
  }

  generateStateParam: StateStore['generateStateParam'] = ({ scopes, redirectUri }) => {
    const options = { scopes: [scopes].flat(), ...(redirectUri ? { redirectUri } : {}) };
    const state = { nonce: newUid(), until: this.clock.now() + LASTS, options };
    return Promise.resolve(this.box.seal(JSON.stringify(state), PLACE));
  };

  /** @throws Fault `state-unreadable` for one that is not ours, is over or was used. */
  verifyStateParam: StateStore['verifyStateParam'] = async (_now, given) => {
    const state = stateSchema.parse(JSON.parse(this.box.open(given, PLACE)));
    if (state.until < this.clock.now()) throw unreadable('It is over.');
    const used = await this.database.single((entities) =>
      entities.execute<unknown[]>(USE, [state.nonce, new Date(state.until)]),
    );
    if (used.length === 0) throw unreadable('It was used before.');
    const { scopes, redirectUri } = state.options;
    return { scopes, ...(redirectUri ? { redirectUri } : {}) };
  };
}

const unreadable = (why: string): Fault => new Fault('state-unreadable', why);

const USE = `
  insert into slack_used_state (nonce, expires_at) values (?, ?)
  on conflict do nothing returning id`;
