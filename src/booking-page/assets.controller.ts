import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { say } from '../language/say.js';
import { ProblemError } from '../shared/problem.js';
import { Public } from '../shared/public-route.js';
import { type Asset, Assets } from './assets.js';
import { acceptedEncoding } from './encoding.js';

/** Style sheet, script and icon of the pages. */
@Controller()
@Public()
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Get('assets/:file')
  file(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer {
    const asset = this.assets.find(file);
    if (!asset) throw new ProblemError({ name: 'not-found', detail: say('problems:notFound') });
    return sent(asset, request, reply);
  }

  @Get('favicon.ico')
  icon(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Buffer {
    return sent(this.assets.icon, request, reply);
  }
}

function sent(asset: Asset, request: FastifyRequest, reply: FastifyReply): Buffer {
  const { type, bytes, encoded, maxAgeSeconds, isImmutable } = asset;
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  const smaller = encoding === null ? undefined : encoded[encoding];
  if (encoding !== null && smaller !== undefined) reply.header('Content-Encoding', encoding);
  reply
    .type(type)
    .header('Vary', 'Accept-Encoding')
    .header('Cache-Control', `public, max-age=${maxAgeSeconds}${isImmutable ? ', immutable' : ''}`);
  return smaller ?? bytes;
}
