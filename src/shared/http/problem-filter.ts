import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  Injectable,
  Logger,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Env } from '../../config/env.js';
import { sendProblem } from './problem-json.js';
import { problemOfError } from './problem-of-error.js';
import type { Problem } from '../problem.js';

/** Whatever is thrown becomes problem+json; only what is our own fault is written to the log. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly env: Env) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const { method } = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = problemOfError(error, method);
    if (problem.name === 'fault') this.logger.error({ err: error }, 'A request failed.');
    if (problem.name === 'unavailable') this.logger.warn(`A request had to wait: ${reason(error)}`);
    await this.answer(problem, host);
  }

  /** Programs are answered in JSON; the filter of the pages answers people. */
  protected async answer(problem: Problem, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    await sendProblem(reply, problem, this.env.publicUrl);
  }
}

const reason = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
