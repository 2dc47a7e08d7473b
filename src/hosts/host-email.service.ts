import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { Host } from './host.entity.js';

/** Where a host gets mail, and answers to it. */
@Injectable()
export class HostEmail {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Null when the host gave none. */
  async of(hostId: string): Promise<string | null> {
    const host = await this.database.read((entities) => entities.findOne(Host, { id: hostId }));
    return host?.email ?? null;
  }

  /** Null: no mail any more. The address itself is nothing for a log that forgets nothing. */
  async set(hostId: string, email: string | null): Promise<void> {
    await this.database.write(async (entities) => {
      const host = await entities.findOneOrFail(Host, { id: hostId });
      const former = host.email ?? null;
      if (former === email) return;
      await entities.nativeUpdate(Host, { id: hostId }, { email });
      const what = { hostId, action: 'email.changed', subject: hostId };
      const [before, after] = [former, email].map((one) => ({ isGiven: one !== null }));
      await this.audit.note(entities, { ...what, before: before ?? null, after: after ?? null });
    });
  }
}
