import { Module } from '@nestjs/common';
import { ConsoleModule } from './console/console.module.js';

/** The platforms of this process. */
@Module({ imports: [ConsoleModule] })
export class BotsModule {}
