import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenApi } from '../../openapi/openapi.service.js';
import { Public } from '../../shared/http/public-route.js';
import { shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { ApiDocsView } from '../views/site/api-docs.view.js';

@Controller('api/docs')
@Public()
export class ApiDocsController {
  constructor(
    private readonly shell: PageShell,
    private readonly openApi: OpenApi,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { info, components } = this.openApi.document;
    const { title, description } = info;
    const view = ApiDocsView({ shell: this.shell.of(), title, description, ...components });
    await sendAnswer(request, reply, { ...shown(view), cached: 'shared' });
  }
}
