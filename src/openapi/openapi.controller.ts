import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entityTag, isUnchanged } from '../shared/http/entity-tag.js';
import { Public } from '../shared/http/public-route.js';
import { OpenApi } from './openapi.service.js';

@Controller('api/openapi.json')
@Public()
export class OpenApiController {
  private readonly body: string;
  private readonly tag: string;

  constructor({ document }: OpenApi) {
    this.body = JSON.stringify(document);
    this.tag = entityTag(this.body);
  }

  @Get()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  show(
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | undefined {
    reply.header('ETag', this.tag);
    if (!isUnchanged(headers['if-none-match'], this.tag)) return this.body;
    reply.code(304);
    return undefined;
  }
}
