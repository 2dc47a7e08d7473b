import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { ChatIdentity } from './chat-identity.entity.js';
import { freeName, slugOf } from './handle.js';
import { Host } from './host.entity.js';

/** Makes a host of a person who creates their first booking calendar. */
@Injectable()
export class Hosting {
  /** The host that this person is, made now if they are none yet. Inside the caller's transaction. */
  async hostFor(entities: EntityManager, identityId: string): Promise<Host> {
    // Whoever makes two calendars at once makes them one after the other: their names must differ.
    const alone = { lockMode: LockMode.PESSIMISTIC_WRITE };
    const identity = await entities.findOneOrFail(ChatIdentity, { id: identityId }, alone);
    if (identity.hostId) return entities.findOneOrFail(Host, { id: identity.hostId }, alone);
    await entities.execute(ONE_NAME_AT_A_TIME);
    const host = entities.create(Host, {
      handle: await this.freeHandle(entities, slugOf(identity.name, 'host')),
      name: identity.name,
    });
    identity.hostId = host.id;
    await entities.flush();
    return host;
  }

  private async freeHandle(entities: EntityManager, wish: string): Promise<string> {
    const rows = await entities.execute<{ handle: string }[]>(
      'select handle from host where handle = ? or handle like ?',
      [wish, `${wish}-%`],
    );
    return freeName(wish, new Set(rows.map(({ handle }) => handle)));
  }
}

/** Two newcomers of one name, at once: the second waits here and then finds the first's handle. */
const ONE_NAME_AT_A_TIME = `select pg_advisory_xact_lock(hashtext('vis-a-vis host handle'))`;
