import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../shared/http/public-route.js';
import { Readiness, type ReadinessReport } from './readiness.js';

@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** 200 while the process answers at all. */
  @Get('live')
  live(@Res({ passthrough: true }) reply: FastifyReply): { readonly status: 'live' } {
    reply.header('Cache-Control', 'no-store');
    return { status: 'live' };
  }

  /** 200 when bookings can be taken, else 503 and which part is in the way. */
  @Get('ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly status: 'ready' | 'not-ready'; readonly parts: ReadinessReport['parts'] }> {
    const { isReady, parts } = await this.readiness.report();
    reply.code(isReady ? 200 : 503).header('Cache-Control', 'no-store');
    return { status: isReady ? 'ready' : 'not-ready', parts };
  }
}
