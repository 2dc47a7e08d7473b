import { Injectable } from '@nestjs/common';
import { ProblemError } from '../../shared/problem.js';
import { HostingPermission } from '../hosting-permission.js';
import { Identities } from '../identities.service.js';
import type { KeyHolder } from './key-holder.js';

/** Whether whoever made a key may have calendars: a key may do no more than they. */
@Injectable()
export class HostingOfKeys {
  constructor(
    private readonly identities: Identities,
    private readonly permission: HostingPermission,
  ) {}

  /** @throws ProblemError `forbidden`, which says whom to ask. */
  async demand({ identityId }: Pick<KeyHolder, 'identityId'>): Promise<void> {
    const person = await this.identities.find(identityId);
    const detail = person && (await this.permission.refusal(person));
    if (detail !== null) throw new ProblemError({ name: 'forbidden', detail });
  }
}
