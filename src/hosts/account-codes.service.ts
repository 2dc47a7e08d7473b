import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { Sweeps } from '../database/sweeps.js';
import { Clock } from '../shared/clock.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import { hashToken, newCode } from '../shared/random.js';
import { MINUTE } from '../slots/interval.js';
import type { ChatIdentity } from './chat-identity.entity.js';

/** How long a code waits for the other account, in minutes. */
export const CODE_MINUTES = 10;

export type CodeProblem = 'wrong' | 'used' | 'expired';

/** Whose code it is. */
export interface ShownBy {
  readonly hostId: string;
  readonly identityId: string;
}

/** Codes by which a host proves that another account is theirs. The database keeps their hashes. */
@Injectable()
export class AccountCodes implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.sweeps.add({ table: 'account_code', over: 'expires_at' });
  }

  /** To be shown now, this once. The codes that this account showed before open nothing any more. */
  make({ hostId, identityId }: ShownBy): Promise<string> {
    const code = newCode();
    const now = this.clock.now();
    const expiresAt = new Date(now + CODE_MINUTES * MINUTE);
    return this.database.write(async (entities) => {
      await entities.execute(END_FORMER, [new Date(now), identityId, new Date(now)]);
      await entities.execute(MAKE, [hostId, identityId, hashToken(plain(code)), expiresAt]);
      const what = { hostId, action: 'account.code-shown', subject: identityId };
      await this.audit.note(entities, what);
      return code;
    });
  }

  /**
   * Inside the transaction of what the code is good for. Of two who use one code, the second waits
   * here and then finds it used.
   */
  async open(entities: EntityManager, code: string): Promise<Outcome<OpenCode, CodeProblem>> {
    const [found] = await entities.execute<CodeRow[]>(FIND, [hashToken(plain(code))]);
    if (!found) return refused('wrong');
    const { usedAt, expiresAt, ...open } = found;
    if (usedAt !== null) return refused('used');
    const isOver = new Date(expiresAt).getTime() <= this.clock.now();
    return isOver ? refused('expired') : done(open);
  }

  /** The codes that accounts of a workspace showed open nothing any more. */
  async endAllOf(
    entities: EntityManager,
    { platform, workspace }: Pick<ChatIdentity, 'platform' | 'workspace'>,
  ): Promise<void> {
    const now = new Date(this.clock.now());
    await entities.execute(END_ALL, [now, platform, workspace, now]);
  }

  /** Of what was opened in the same transaction. */
  async spend(entities: EntityManager, { id }: OpenCode): Promise<void> {
    await entities.execute(SPEND, [new Date(this.clock.now()), id]);
  }
}

export interface OpenCode extends ShownBy {
  readonly id: string;
}

interface CodeRow extends OpenCode {
  readonly expiresAt: string | Date;
  readonly usedAt: string | Date | null;
}

/** As it is hashed: however it was typed, and with the letters that the alphabet leaves out put right. */
const plain = (code: string): string =>
  code
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');

const END_FORMER = `
  update account_code set expires_at = ?, updated_at = now()
   where identity_id = ? and used_at is null and expires_at > ?`;

const END_ALL = `
  update account_code set expires_at = ?, updated_at = now()
   where identity_id in (select id from chat_identity where platform = ? and workspace = ?)
     and used_at is null and expires_at > ?`;

const MAKE = `
  insert into account_code (host_id, identity_id, code_hash, expires_at) values (?, ?, ?, ?)`;

const FIND = `
  select id, host_id as "hostId", identity_id as "identityId",
         expires_at as "expiresAt", used_at as "usedAt"
    from account_code where code_hash = ? for update`;

const SPEND = 'update account_code set used_at = ?, updated_at = now() where id = ?';
