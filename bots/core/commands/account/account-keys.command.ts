import { Injectable } from '@nestjs/common';
import { describeDate } from '../../../../src/calendars/words/local-date.js';
import { Env } from '../../../../src/config/env.js';
import { keyNameSchema } from '../../../../src/hosts/api-keys/api-key.schema.js';
import {
  ApiKeys,
  type KeyFacts,
  MOST_KEYS,
} from '../../../../src/hosts/api-keys/api-keys.service.js';
import { API_SCOPES, type ApiScope } from '../../../../src/hosts/api-keys/api-scope.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { localDateOf } from '../../../../src/slots/wall-clock.js';
import { Confirmations } from '../../dialogues/confirmations.js';
import { link, type Message, mistake, sentences } from '../../message.js';
import { type CommandCall, OwnHostCommand } from '../command.js';
import { HostZone } from '../host-zone.js';

/** What each word after `--access` lets a key do. */
const ACCESS = {
  read: ['read'],
  write: ['read', 'write'],
  all: API_SCOPES,
} as const satisfies Record<string, readonly ApiScope[]>;

/** Makes a key and shows it, this once. */
@Injectable()
export class AccountApiKeyCommand extends OwnHostCommand {
  readonly path = 'account api-key';

  constructor(
    private readonly keys: ApiKeys,
    private readonly env: Env,
  ) {
    super();
  }

  override async runFor(hostId: string, call: CommandCall): Promise<Message> {
    const read = keyNameSchema.safeParse(call.word('name') ?? say('keys:defaultName'));
    if (!read.success) return mistake(read.error.issues[0]?.message ?? '');
    const word = call.word('access')?.toLowerCase();
    const access = word === 'read' || word === 'all' ? word : 'write';
    const made = await this.keys.make({
      ...{ hostId, identityId: call.caller.id, name: read.data, scopes: ACCESS[access] },
    });
    if (!made.ok) return sentences(say('problems:tooManyKeys', { most: MOST_KEYS }));
    return {
      lines: [
        [say('keys:made', { name: read.data })],
        [made.value.secret],
        [say(`keys:may.${access}`)],
        [say('keys:docs'), ' ', link(`${this.env.publicUrl}/api/docs`)],
      ],
    };
  }
}

@Injectable()
export class AccountKeysCommand extends OwnHostCommand {
  readonly path = 'account keys';

  constructor(
    private readonly keys: ApiKeys,
    private readonly zone: HostZone,
  ) {
    super();
  }

  override async runFor(hostId: string, { caller }: CommandCall): Promise<Message> {
    const keys = await this.keys.ofHost(hostId);
    if (keys.length === 0) return sentences(say('keys:none'));
    const zone = await this.zone.of(caller);
    return {
      title: say('keys:title'),
      lines: keys.map((key, index) => [keyRow(key, index + 1, zone)]),
    };
  }
}

/** A revoked key is refused from the next request on. */
@Injectable()
export class AccountRevokeCommand extends OwnHostCommand {
  readonly path = 'account revoke';

  constructor(
    private readonly keys: ApiKeys,
    private readonly confirmations: Confirmations,
  ) {
    super();
  }

  override async runFor(hostId: string, call: CommandCall): Promise<Message> {
    const named = keyNamed(await this.keys.ofHost(hostId), (call.word('key') ?? '').trim());
    if (!named.ok) return mistake(named.problem);
    const { id, name } = named.value;
    if (!call.isConfirmed)
      return this.confirmations.ask(call, say('keys:sure', { name }), 'revoke');
    await this.keys.revoke(hostId, id);
    return sentences(say('keys:revoked', { name }));
  }
}

/** By its number in the list, or by its name if no other has it. */
function keyNamed(keys: readonly KeyFacts[], word: string): Outcome<KeyFacts, string> {
  const named = keys.filter(({ name }) => name.toLowerCase() === word.toLowerCase());
  const [key = keys[Number(word) - 1], another] = named;
  if (!key) return refused(say('keys:unknown', { name: word }));
  return another ? refused(say('keys:ambiguous', { name: word })) : done(key);
}

function keyRow(key: KeyFacts, number: number, zone: string): string {
  const { name, scopes, createdAt, lastUsedAt } = key;
  const day = (at: Date): string => describeDate(localDateOf(zone, at.getTime()));
  const used = lastUsedAt ? say('keys:used', { date: day(lastUsedAt) }) : say('keys:unused');
  const facts = { number, name, scopes: scopes.join(', '), made: day(createdAt), used };
  return say('keys:row', facts);
}
