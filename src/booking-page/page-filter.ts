import { type ArgumentsHost, Catch, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Env } from '../config/env.js';
import { MailOut } from '../notifications/mail/delivery/mail-out.js';
import { type Problem, statusOf } from '../shared/problem.js';
import { ProblemFilter } from '../shared/http/problem-filter.js';
import { embedOf, framed } from './embed/framed.js';
import { shown } from './page-answer.js';
import { PageShell } from './page-shell.js';
import { problemMessage } from './problem-message.mapper.js';
import { sendAnswer } from './send-answer.js';
import { MessageView } from './views/message.view.js';

/** Where programs ask, and so are answered in JSON; everywhere else it is people. */
const PROGRAMS = /^\/+(?:api|health|metrics|oembed|hooks|slack|discord)(?:[/?]|$)/i;

/**
 * Tells people in a page what the API tells in JSON. Nest asks the filter that was registered last,
 * which is this one, because the module of the pages comes after that of the API.
 */
@Catch()
@Injectable()
export class PageFilter extends ProblemFilter {
  constructor(
    env: Env,
    private readonly shell: PageShell,
    private readonly mailOut: MailOut,
  ) {
    super(env);
  }

  protected override async answer(problem: Problem, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (isForPrograms(request)) return super.answer(problem, host);
    if (reply.sent) return;
    const { retryAfterSeconds } = problem;
    if (retryAfterSeconds !== undefined) reply.header('Retry-After', String(retryAfterSeconds));
    reply.header('Cache-Control', 'no-store');
    const embed = embedOf(request);
    const { method, url } = request;
    const { isSending: isMailed } = this.mailOut;
    const message = problemMessage(problem, { method, url, embed, isMailed });
    const view = MessageView({ shell: this.shell.of({ embed }), message });
    await sendAnswer(request, reply, framed(shown(view, statusOf(problem)), request));
  }
}

/** By the route, for an address may be written in many ways; by the address where there is none. */
const isForPrograms = ({ routeOptions, url }: FastifyRequest): boolean =>
  [routeOptions.url, url].some((address) => address !== undefined && PROGRAMS.test(address));
