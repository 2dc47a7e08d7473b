import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AccountCodes } from './account-codes.service.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ApiKeys } from './api-keys/api-keys.service.js';
import { AuditController } from './api-keys/audit.controller.js';
import { HostingOfKeys } from './api-keys/hosting-of-keys.js';
import { KeyStatus } from './api-keys/key-status.js';
import { KeyUses } from './api-keys/key-uses.js';
import { BlockedPeople } from './blocked-people.service.js';
import { Delegates } from './delegates.service.js';
import { HostEmail } from './host-email.service.js';
import { HostName } from './host-name.service.js';
import { Hosting } from './hosting.service.js';
import { HostingPermission } from './hosting-permission.js';
import { HostingRules } from './hosting-rules.service.js';
import { Identities } from './identities.service.js';
import { OfferedZones } from './offered-zones.repository.js';

const services = [
  AccountCodes,
  ApiKeys,
  BlockedPeople,
  Delegates,
  HostEmail,
  HostName,
  Hosting,
  HostingOfKeys,
  HostingPermission,
  HostingRules,
  Identities,
  OfferedZones,
];

@Module({
  imports: [AuditModule],
  controllers: [ApiKeysController, AuditController],
  providers: [...services, KeyStatus, KeyUses],
  exports: services,
})
export class HostsModule {}
