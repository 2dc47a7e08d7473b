import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isProblemName } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { MessageView } from '../views/message.view.js';
import { ProblemTypesView, ProblemTypeView } from '../views/site/problem-type.view.js';

/** What stands at the address that is the `type` of a problem. */
@Controller('problems')
@Public()
export class ProblemPagesController {
  constructor(private readonly shell: PageShell) {}

  @Get()
  async all(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = ProblemTypesView({ shell: this.shell.of() });
    await sendAnswer(request, reply, { ...shown(view), cached: 'shared' });
  }

  @Get(':name')
  async one(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shell = this.shell.of();
    const answer = isProblemName(name)
      ? { ...shown(ProblemTypeView({ shell, name })), cached: 'shared' as const }
      : shown(MessageView({ shell, message: { kind: 'no-problem-type' } }), 404);
    await sendAnswer(request, reply, answer);
  }
}
