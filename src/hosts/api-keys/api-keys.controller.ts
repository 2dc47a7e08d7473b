import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { say } from '../../language/say.js';
import { invalid } from '../../shared/field-problems.js';
import { ProblemError } from '../../shared/problem.js';
import { isUuid } from '../../shared/text/uuid.js';
import { newKeySchema, type NewKeyBody, shownKey, type ShownKey } from './api-key.schema.js';
import { ApiKeys, MOST_KEYS } from './api-keys.service.js';
import { HostRoute, HostWrite } from './host-route.js';
import { Holder, type KeyHolder } from './key-holder.js';

/** The keys of a host, as far as a key may see and change them. */
@Controller('api/v1/me/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Get()
  @HostRoute('keys')
  async list(@Holder() { hostId }: KeyHolder): Promise<{ readonly apiKeys: readonly ShownKey[] }> {
    return { apiKeys: (await this.keys.ofHost(hostId)).map(shownKey) };
  }

  /** The answer alone holds the key. */
  @Post()
  @HostWrite('keys')
  @HttpCode(201)
  async make(
    @Holder() { hostId, identityId, scopes: own }: KeyHolder,
    @Body({ schema: newKeySchema }) { name, scopes }: NewKeyBody,
  ): Promise<ShownKey & { readonly key: string }> {
    if (!scopes.every((scope) => own.includes(scope))) {
      throw new ProblemError({ name: 'forbidden', detail: say('problems:keyScopes') });
    }
    const made = await this.keys.make({ hostId, identityId, name, scopes });
    if (made.ok) return { ...shownKey(made.value.key), key: made.value.secret };
    const detail = say('problems:tooManyKeys', { most: MOST_KEYS });
    throw new ProblemError(invalid([{ pointer: '#', detail }]));
  }

  @Delete(':key')
  @HostWrite('keys')
  @HttpCode(204)
  async revoke(@Holder() { hostId }: KeyHolder, @Param('key') id: string): Promise<void> {
    const isRevoked = isUuid(id) && (await this.keys.revoke(hostId, id));
    if (!isRevoked) throw new ProblemError({ name: 'not-found', detail: say('problems:noKey') });
  }
}
