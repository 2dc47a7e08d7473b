import { Injectable } from '@nestjs/common';
import { Database } from '../../../src/database/database.js';
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
export class Dialogues {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

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
    await this.database.read((entities) =>
      entities.upsert(
        Dialogue,
        { identityId, kind, state, expiresAt },
        { onConflictFields: ['identityId'], onConflictMergeFields: ['kind', 'state', 'expiresAt'] },
      ),
    );
  }

  /** Whatever is open, or only a conversation of this kind. */
  async close(identityId: string, kind?: string): Promise<void> {
    const closed = { identityId, ...(kind === undefined ? {} : { kind }) };
    await this.database.read((entities) => entities.nativeDelete(Dialogue, closed));
  }
}
