import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Host } from './host.entity.js';

/** Where a host gets mail, and answers to it. */
@Injectable()
export class HostEmail {
  constructor(private readonly database: Database) {}

  /** Null when the host gave none. */
  async of(hostId: string): Promise<string | null> {
    const host = await this.database.read((entities) => entities.findOne(Host, { id: hostId }));
    return host?.email ?? null;
  }

  /** Null: no mail any more. */
  async set(hostId: string, email: string | null): Promise<void> {
    await this.database.write((entities) => entities.nativeUpdate(Host, { id: hostId }, { email }));
  }
}
