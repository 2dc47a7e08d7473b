import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { say } from '../language/say.js';
import { ProblemError } from '../shared/problem.js';
import { Public } from '../shared/http/public-route.js';
import { isUnchanged } from '../shared/http/entity-tag.js';
import { RateLimited } from '../shared/limits/rate-limit.guard.js';
import { type Asset, Assets } from './assets.js';
import { acceptedEncoding } from './encoding.js';

/** Style sheet, script and icon of the pages. */
@Controller()
@Public()
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Get('assets/:file')
  @RateLimited('files')
  file(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer {
    const asset = this.assets.find(file);
    if (!asset) throw new ProblemError({ name: 'not-found', detail: say('problems:notFound') });
    return sent(asset, request, reply);
  }

  /** For pages of other sites, which ask again now and then whether it is still the same. */
  @Get('embed.js')
  @RateLimited('files')
  embedScript(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer | undefined {
    const { tag } = this.assets.embedScript;
    // Weak: what is sent may be compressed or not.
    reply.headers({ ETag: `W/${tag}`, 'Cross-Origin-Resource-Policy': 'cross-origin' });
    const bytes = sent(this.assets.embedScript, request, reply);
    if (!isUnchanged(request.headers['if-none-match'], tag)) return bytes;
    reply.code(304).removeHeader('Content-Encoding');
    return undefined;
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
