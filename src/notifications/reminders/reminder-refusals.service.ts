import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service.js';
import { Env } from '../../config/env.js';
import { Database } from '../../database/database.js';
import { ONE_CLICK_ROUTE } from '../../shared/http/one-click.js';
import { RateLimiter } from '../../shared/limits/rate-limiter.js';
import { SecretBox } from '../../shared/secret-box.js';
import { isUuid } from '../../shared/text/uuid.js';

/** Whose reminders end: those about one host's meetings, to one address. */
export interface Refusal {
  readonly hostId: string;
  readonly addressHash: Buffer;
}

/** Keeps who wants no reminders. Their link holds everything it needs, sealed, and works for ever. */
@Injectable()
export class ReminderRefusals {
  constructor(
    private readonly database: Database,
    private readonly secretBox: SecretBox,
    private readonly limiter: RateLimiter,
    private readonly audit: Audit,
    private readonly env: Env,
  ) {}

  link(hostId: string, address: string): string {
    const token = this.secretBox.seal([hostId, hashOf(address).toString('hex')].join(' '), PLACE);
    return `${this.env.publicUrl}${ONE_CLICK_ROUTE}?t=${encodeURIComponent(token)}`;
  }

  /**
   * Null when the token is none of ours.
   * @throws ProblemError `rate-limited` after too many such tokens from one visitor.
   */
  async open(token: string, visitor: string): Promise<Refusal | null> {
    await this.limiter.demand('badToken', visitor);
    const refusal = this.read(token);
    if (!refusal) await this.limiter.take('badToken', visitor).catch(() => undefined);
    return refusal;
  }

  async keep({ hostId, addressHash }: Refusal): Promise<void> {
    await this.database.write(async (entities) => {
      const kept = await entities.execute<{ readonly id: string }[]>(KEEP, [hostId, addressHash]);
      const what = { hostId, action: 'reminders.refused', actor: 'attendee' } as const;
      for (const { id: subject } of kept) await this.audit.note(entities, { ...what, subject });
    });
  }

  async isRefused(hostId: string, address: string): Promise<boolean> {
    const rows = await this.database.read((entities) =>
      entities.execute<unknown[]>(FIND, [hostId, hashOf(address)]),
    );
    return rows.length > 0;
  }

  private read(token: string): Refusal | null {
    const [hostId = '', hash = ''] = this.opened(token).split(' ');
    return isUuid(hostId) ? { hostId, addressHash: Buffer.from(hash, 'hex') } : null;
  }

  /** Empty for what was never sealed here, or is sealed with a key that is gone. */
  private opened(token: string): string {
    try {
      return this.secretBox.open(token, PLACE);
    } catch {
      return '';
    }
  }
}

const PLACE = 'reminder_refusal:address_hash:link';

const hashOf = (address: string): Buffer =>
  createHash('sha256').update(address.toLowerCase()).digest();

const KEEP = `
  insert into reminder_refusal (host_id, address_hash) values (?, ?) on conflict do nothing
  returning id`;

const FIND = 'select 1 from reminder_refusal where host_id = ? and address_hash = ?';
