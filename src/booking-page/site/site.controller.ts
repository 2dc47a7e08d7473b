import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Env } from '../../config/env.js';
import { say } from '../../language/say.js';
import { Clock } from '../../shared/clock.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { DAY } from '../../slots/interval.js';
import { shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { PrivacyView } from '../views/site/privacy.view.js';

/** Personal pages and forms are nobody's search result; they say so themselves too. */
const ROBOTS = ['User-agent: *', 'Disallow: /b/', 'Disallow: /api/', 'Disallow: /*/book?', ''];

/** RFC 9116 wants less than a year. */
const SECURITY_TXT_DAYS = 180;

/** The pages about the server itself. */
@Controller()
@Public()
export class SiteController {
  constructor(
    private readonly env: Env,
    private readonly clock: Clock,
    private readonly shell: PageShell,
  ) {}

  @Get('privacy')
  async privacy(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = PrivacyView({
      shell: this.shell.of(),
      operatorName: this.env.operatorName ?? undefined,
      contactEmail: this.env.contactEmail ?? undefined,
    });
    await sendAnswer(request, reply, { ...shown(view), cached: 'shared' });
  }

  @Get('robots.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  robots(): string {
    return ROBOTS.join('\n');
  }

  /** Whom to tell about a weakness; not there while nobody is named. */
  @Get('.well-known/security.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  security(): string {
    const { contactEmail, publicUrl } = this.env;
    if (contactEmail === null) {
      throw new ProblemError({ name: 'not-found', detail: say('problems:notFound') });
    }
    const today = Math.floor(this.clock.now() / DAY) * DAY;
    const expires = new Date(today + SECURITY_TXT_DAYS * DAY).toISOString();
    return [
      `Contact: mailto:${contactEmail}`,
      `Expires: ${expires}`,
      `Preferred-Languages: en`,
      `Canonical: ${publicUrl}/.well-known/security.txt`,
      '',
    ].join('\n');
  }
}
