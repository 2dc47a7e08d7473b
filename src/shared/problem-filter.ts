import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  Injectable,
  Logger,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Env } from '../config/env.js';
import { sendProblem } from './problem-json.js';
import { problemOfError } from './problem-of-error.js';

/** Whatever is thrown becomes problem+json; only what is our own fault is written to the log. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly env: Env) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const { method } = http.getRequest<FastifyRequest>();
    const problem = problemOfError(error, method);
    if (problem.name === 'fault') this.logger.error({ err: error }, 'A request failed.');
    if (problem.name === 'unavailable') this.logger.warn(`A request had to wait: ${reason(error)}`);
    await sendProblem(http.getResponse<FastifyReply>(), problem, this.env.publicUrl);
  }
}

const reason = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
