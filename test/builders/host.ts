import type { INestApplicationContext } from '@nestjs/common';
import type { ChatIdentity } from '../../src/hosts/chat-identity.entity.js';
import { Identities } from '../../src/hosts/identities.service.js';

let people = 0;

/** Somebody in the console, who becomes a host with their first calendar. */
export function aPerson(app: INestApplicationContext, name = 'Ada'): Promise<ChatIdentity> {
  people += 1;
  return app.get(Identities).identify({
    ...{ platform: 'console', workspace: 'test', name },
    userKey: `${name.toLowerCase()}-${people}`,
  });
}
