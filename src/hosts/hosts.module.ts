import { Module } from '@nestjs/common';
import { Hosting } from './hosting.service.js';
import { Identities } from './identities.service.js';

@Module({ providers: [Hosting, Identities], exports: [Hosting, Identities] })
export class HostsModule {}
