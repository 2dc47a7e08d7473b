import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entityTag, isUnchanged } from '../shared/http/entity-tag.js';
import { contentSecurityPolicy } from '../shared/http/security-headers.js';
import { acceptedEncoding } from './encoding.js';
import type { PageAnswer, ShownPage } from './page-answer.js';
import { renderPage } from './render.js';

const CACHE_CONTROL = { shared: 'no-cache', own: 'private, no-cache' } as const;
/** Brotli would be a little smaller and takes many times as long. */
const ENCODING = 'gzip';

const gzipped = promisify(gzip);

/** Answers a request for a page. Only here a view becomes text, and text bytes. */
export async function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: PageAnswer,
): Promise<void> {
  if (answer.kind === 'redirect') {
    await reply.code(answer.status).header('Location', answer.location).send();
    return;
  }
  const html = renderPage(answer.view);
  reply.code(answer.status).type('text/html; charset=utf-8').header('Vary', 'Accept-Encoding');
  reply.header('Content-Security-Policy', policyOf(answer));
  if (isKnown(request, reply, { answer, html })) {
    await reply.code(304).send();
    return;
  }
  const isSmaller = acceptedEncoding(request.headers['accept-encoding'], [ENCODING]) !== null;
  if (isSmaller) reply.header('Content-Encoding', ENCODING);
  await reply.send(isSmaller ? await gzipped(html) : html);
}

const policyOf = ({ formTarget, framedBy = [] }: ShownPage): string =>
  contentSecurityPolicy({
    formTargets: formTarget === undefined ? [] : [formTarget],
    frameAncestors: framedBy,
  });

interface Rendered {
  readonly answer: ShownPage;
  readonly html: string;
}

/** Whether the browser holds this very page; sets what it needs to hold it from now on. */
function isKnown(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { answer: { cached, ownPart }, html }: Rendered,
): boolean {
  const keeper = ownPart === undefined ? cached : 'own';
  if (keeper !== undefined) reply.header('Cache-Control', CACHE_CONTROL[keeper]);
  if (cached !== 'shared') return false;
  const tag = entityTag(ownPart === undefined ? html : html.replaceAll(ownPart, ''));
  // Weak: what is sent may be compressed or not.
  reply.header('ETag', `W/${tag}`);
  return isUnchanged(headers['if-none-match'], tag);
}
