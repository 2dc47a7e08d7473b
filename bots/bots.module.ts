import { type DynamicModule, Module } from '@nestjs/common';
import type { Env } from '../src/config/env.js';
import { ConsoleModule } from './console/console.module.js';

/** The platforms of this process. What a platform brings along is loaded only where it is wanted. */
@Module({})
export class BotsModule {
  static async with({ slack }: Env): Promise<DynamicModule> {
    return {
      module: BotsModule,
      imports: [
        ConsoleModule,
        ...(slack ? [(await import('./slack/slack.module.js')).SlackModule] : []),
      ],
    };
  }
}
