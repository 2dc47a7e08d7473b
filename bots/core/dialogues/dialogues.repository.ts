import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Database } from '../../../src/database/database.js';
import { Sweeps } from '../../../src/database/sweeps.js';
import type { Workspace } from '../../../src/hosts/hosting-rules.service.js';
import { Clock } from '../../../src/shared/clock.js';
import { Dialogue } from './dialogue.entity.js';

/** A forgotten conversation ends by itself. */
const LIFETIME = 30 * 60_000;

export interface DialogueState {
  readonly kind: string;
  readonly state: Readonly<Record<string, unknown>>;
}

/** One open conversation per person; a new one takes the place of the old. */
@Injectable()
export class Dialogues implements OnModuleInit {
  private readonly leaving = new Map<string, (state: DialogueState['state']) => Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly sweeps: Sweeps,
    private readonly clock: Clock,
  ) {}

  /** It holds what its person said about themselves. */
  onModuleInit(): void {
    this.sweeps.add({ table: 'dialogue', over: 'expires_at' });
  }

  /** What gives back what is held for a conversation of this kind. */
  whenLeft(kind: string, giveBack: (state: DialogueState['state']) => Promise<void>): void {
    this.leaving.set(kind, giveBack);
  }

  /** Its person turns to something else: what is held for the open one, if it is of this kind, can go. */
  async leave(identityId: string, kind?: string): Promise<void> {
    const open = await this.open(identityId);
    if (!open || (kind !== undefined && kind !== open.kind)) return;
    await this.leaving.get(open.kind)?.(open.state);
  }

  open(identityId: string): Promise<DialogueState | null> {
    const now = new Date(this.clock.now());
    return this.database.read((entities) =>
      entities.findOne(Dialogue, { identityId, expiresAt: { $gt: now } }),
    );
  }

  /** The latest one, even if it is over by itself; null when it was brought to an end. */
  last(identityId: string): Promise<DialogueState | null> {
    return this.database.read((entities) => entities.findOne(Dialogue, { identityId }));
  }

  async keep(identityId: string, { kind, state }: DialogueState): Promise<void> {
    const expiresAt = new Date(this.clock.now() + LIFETIME);
    await this.database.single((entities) =>
      entities.upsert(
        Dialogue,
        { identityId, kind, state, expiresAt },
        { onConflictFields: ['identityId'], onConflictMergeFields: ['kind', 'state', 'expiresAt'] },
      ),
    );
  }

  /**
   * Takes the place of an open conversation only where that asks for the same thing (by the `verb` of
   * its state); false when its person is in the middle of something else.
   */
  async keepUnlessBusy(
    identityId: string,
    { kind, state }: DialogueState & { readonly state: { readonly verb: string } },
  ): Promise<boolean> {
    const now = this.clock.now();
    const given = [identityId, kind, JSON.stringify(state), new Date(now + LIFETIME)];
    const kept = await this.database.single((entities) =>
      entities.execute<unknown[]>(KEEP_UNLESS_BUSY, [...given, new Date(now)]),
    );
    return kept.length > 0;
  }

  /**
   * Ends the open conversation, if it is still this one, and acts on what it came to: of two answers at
   * once, one does. When that fails it waits again, unless another was begun. Null when it is over.
   */
  async settle<T>(
    identityId: string,
    open: DialogueState,
    act: (state: DialogueState['state']) => Promise<T>,
  ): Promise<T | null> {
    const taken = await this.take(identityId, open);
    if (!taken) return null;
    try {
      return await act(taken.state);
    } catch (error) {
      // When the database is away for this, too, the first failure is the one to tell of.
      await this.putBack(identityId, taken).catch(() => undefined);
      throw error;
    }
  }

  /** Whether somebody else is asked by this name. */
  async isOthers(identityId: string, id: string): Promise<boolean> {
    const now = new Date(this.clock.now());
    const found = await this.database.read((entities) =>
      entities.execute<unknown[]>(OF_OTHERS, [identityId, id, now]),
    );
    return found.length > 0;
  }

  /** What came of an open conversation, for whoever answers it once more; nothing waits for a word. */
  async remember(identityId: string, ended: DialogueState): Promise<void> {
    await this.keepUnlessOpen(identityId, ended, 0);
  }

  private async take(identityId: string, { kind, state }: DialogueState) {
    const now = new Date(this.clock.now());
    const given = [identityId, kind, now, state['id'] ?? null];
    const [taken] = await this.database.single((entities) =>
      entities.execute<DialogueState[]>(TAKE, given),
    );
    return taken ?? null;
  }

  private async putBack(identityId: string, taken: DialogueState): Promise<void> {
    await this.keepUnlessOpen(identityId, taken, LIFETIME);
  }

  private async keepUnlessOpen(
    identityId: string,
    { kind, state }: DialogueState,
    lifetime: number,
  ): Promise<void> {
    const expiresAt = new Date(this.clock.now() + lifetime);
    await this.database.single((entities) =>
      entities.upsert(
        Dialogue,
        { identityId, kind, state, expiresAt },
        { onConflictFields: ['identityId'], onConflictAction: 'ignore' },
      ),
    );
  }

  /** Whatever is open, or only a conversation of this kind; false when there was none. */
  async close(identityId: string, kind?: string): Promise<boolean> {
    const closed = { identityId, ...(kind === undefined ? {} : { kind }) };
    const closing = this.database.single((entities) => entities.nativeDelete(Dialogue, closed));
    return (await closing) > 0;
  }

  /** Nobody in that workspace can go on; what is held for them runs out by itself. */
  async dropAllOf(entities: EntityManager, { platform, workspace }: Workspace): Promise<void> {
    await entities.execute(DROP_ALL, [platform, workspace]);
  }
}

const DROP_ALL = `
  delete from dialogue where identity_id in (
    select id from chat_identity where platform = ? and workspace = ?)`;

const TAKE = `
  delete from dialogue
   where identity_id = ? and kind = ? and expires_at > ?
     and state->>'id' is not distinct from ?
  returning kind, state`;

const OF_OTHERS = `
  select 1 from dialogue where identity_id <> ? and state->>'id' = ? and expires_at > ? limit 1`;

const KEEP_UNLESS_BUSY = `
  insert into dialogue (identity_id, kind, state, expires_at) values (?, ?, ?::jsonb, ?)
  on conflict (identity_id) do update
     set kind = excluded.kind, state = excluded.state, expires_at = excluded.expires_at,
         updated_at = now()
   where dialogue.expires_at <= ?
      or (dialogue.kind = excluded.kind and dialogue.state->>'verb' = excluded.state->>'verb')
  returning id`;
