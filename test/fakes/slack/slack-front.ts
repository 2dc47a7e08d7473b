import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { answerCall } from './slack-api.js';
import type { JsonObject } from './slack-blocks.js';
import type { SlackCloud } from './slack-cloud.js';
import { readBody } from './slack-delivery.js';
import type { SlackAnswer } from './slack-emulator.js';
import { respond } from './slack-responses.js';

/** The one address at which Slack is reached here: Web API, OAuth page, `response_url`s. */
export class SlackFront {
  private readonly sockets = new Set<Socket>();

  private constructor(
    readonly server: Server,
    private readonly port: number,
  ) {
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  static async start(cloud: SlackCloud): Promise<SlackFront> {
    const server = createServer((request, response) => {
      handle(cloud, request, response).catch((error: unknown) => {
        cloud.problems.push(`The stand-in failed: ${String(error)}`);
        response.writeHead(500).end();
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    cloud.url = `http://127.0.0.1:${port}`;
    return new SlackFront(server, port);
  }

  /** Every connection breaks and no new one is taken. */
  async down(): Promise<void> {
    if (!this.server.listening) return;
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await once(this.server, 'close');
  }

  async up(): Promise<void> {
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
  }
}

async function handle(
  cloud: SlackCloud,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '', cloud.url);
  const [, area, key = ''] = url.pathname.split('/');
  if (area === 'api') return called(cloud, key, { request, response, url });
  if (area === 'response') {
    const thing = cloud.responseUrls.use(key);
    const body = readBody(await textOf(request)) as JsonObject;
    const answer = 'error' in thing ? { ok: false, ...thing } : await respond(cloud, thing, body);
    send(response, answer, 'error' in thing ? 404 : 200);
    return;
  }
  if (url.pathname === '/oauth/v2/authorize') {
    const [team] = cloud.teams.values();
    const page = await team?.emulator.authorizePage(url.search);
    response.writeHead(page?.status ?? 404, { 'content-type': 'text/html' }).end(page?.html);
    return;
  }
  cloud.problems.push(`The stand-in knows no ${url.pathname}.`);
  response.writeHead(404).end();
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

async function called(cloud: SlackCloud, method: string, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  const given = fieldsOf(await textOf(request), request.headers['content-type'] ?? '');
  const credentials = basic(request.headers.authorization);
  const body: JsonObject = { ...Object.fromEntries(url.searchParams), ...credentials, ...given };
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? (typeof body['token'] === 'string' ? body['token'] : null);
  cloud.calls.push({ method, body, token, at: cloud.now() });
  const fault = cloud.faults.of(method, body);
  if (fault.latency !== undefined) await wait(fault.latency);
  const isPrevented = fault.breaks === 'before' || fault.status || fault.error || fault.retryAfter;
  const answer = isPrevented ? null : await answerCall(cloud, method, { body, token });
  cloud.changes.add({ kind: 'called', method, ...(answer?.error && { error: answer.error }) });
  if (fault.breaks) {
    request.socket.destroy();
    return;
  }
  if (answer) {
    const granted = cloud.scopesOf(token);
    if (granted.length > 0) response.setHeader('x-oauth-scopes', granted.join(','));
    send(response, answer);
    return;
  }
  if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
  const status = fault.status ?? (fault.retryAfter === undefined ? 200 : 429);
  send(response, { ok: false, error: fault.error ?? 'ratelimited' }, status);
}

function send(response: ServerResponse, answer: SlackAnswer, status = 200): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(answer));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** A form carries views and blocks as JSON. */
function fieldsOf(text: string, type: string): JsonObject {
  if (type.includes('json')) return (text === '' ? {} : JSON.parse(text)) as JsonObject;
  const pairs = [...new URLSearchParams(text)].map(([name, value]) => [
    name,
    /^[[{]/.test(value) && name !== 'text' ? readBody(value) : value,
  ]);
  return Object.fromEntries(pairs) as JsonObject;
}

function basic(header: string | undefined): JsonObject {
  const encoded = /^Basic (.+)$/.exec(header ?? '')?.[1];
  if (encoded === undefined) return {};
  const [client_id, client_secret] = Buffer.from(encoded, 'base64').toString().split(':');
  return { client_id, client_secret };
}
