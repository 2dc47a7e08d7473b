import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ApiKeys } from './api-keys/api-keys.service.js';
import { AuditController } from './api-keys/audit.controller.js';
import { KeyUses } from './api-keys/key-uses.js';
import { Hosting } from './hosting.service.js';
import { Identities } from './identities.service.js';

@Module({
  imports: [AuditModule],
  controllers: [ApiKeysController, AuditController],
  providers: [ApiKeys, Hosting, Identities, KeyUses],
  exports: [ApiKeys, Hosting, Identities],
})
export class HostsModule {}
