import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { JsonObject } from './slack-blocks.js';
import type { SlackCloud } from './slack-cloud.js';
import type { SlackDelivery, SlackParcel, SlackReceipt } from './slack-delivery.js';

/** How long Slack waits for an acknowledgement, and how often it pings, in milliseconds. */
const PATIENCE = 3_000;
const PING = 5_000;
/** How long a goodbye may take, in milliseconds. */
const FAREWELL = 2_000;

const ENVELOPES = {
  command: 'slash_commands',
  interaction: 'interactive',
  event: 'events_api',
} as const;

/** Socket Mode: the app connects, and what happens comes to it in envelopes that it acknowledges. */
export class SlackSocket implements SlackDelivery {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly waiting = new Map<string, (payload: unknown) => void>();
  private turn = 0;

  constructor(
    private readonly cloud: SlackCloud,
    http: Server,
  ) {
    http.on('upgrade', (request, socket, head) => {
      const url = new URL(request.url ?? '', cloud.url);
      if (!cloud.tickets.take(url.searchParams.get('ticket'))) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      this.server.handleUpgrade(request, socket, head, (client) => this.welcome(client));
    });
  }

  get connections(): number {
    return this.open.length;
  }

  async send({ kind, payload, retry }: SlackParcel): Promise<SlackReceipt> {
    const client = await this.cloud.changes.until('a Socket Mode connection', () => {
      const { open } = this;
      return open[this.turn++ % Math.max(1, open.length)];
    });
    const envelopeId = randomUUID();
    const began = performance.now();
    const answer = new Promise<SlackReceipt>((resolve) => {
      const settle = (status: number, body: unknown): void => {
        this.waiting.delete(envelopeId);
        clearTimeout(timer);
        resolve({ status, body, milliseconds: performance.now() - began });
      };
      const timer = setTimeout(() => settle(408, ''), PATIENCE);
      this.waiting.set(envelopeId, (body) => settle(200, body));
    });
    client.send(
      JSON.stringify({
        ...{ type: ENVELOPES[kind], envelope_id: envelopeId, payload },
        accepts_response_payload: kind !== 'event',
        ...(kind === 'event' && {
          retry_attempt: retry?.number ?? 0,
          retry_reason: retry?.reason ?? '',
        }),
      }),
    );
    return answer;
  }

  /** Slack asks the app to connect anew; the old connections close when the app is done with them. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void {
    const debug_info = { host: 'applink-1' };
    for (const client of this.open) {
      client.send(JSON.stringify({ type: 'disconnect', reason, debug_info }));
    }
  }

  /** Says goodbye to whoever is still connected, and cuts off whoever does not answer. */
  async close(): Promise<void> {
    const farewells = [...this.server.clients].map(async (client) => {
      client.close(1001);
      const gone = once(client, 'close');
      const cut = setTimeout(() => client.terminate(), FAREWELL);
      await gone;
      clearTimeout(cut);
    });
    await Promise.all(farewells);
    this.server.close();
  }

  private get open(): WebSocket[] {
    return [...this.server.clients].filter(({ readyState, OPEN }) => readyState === OPEN);
  }

  private welcome(client: WebSocket): void {
    const ping = setInterval(() => client.ping(`Ping from Slack`), PING).unref();
    client.on('close', () => {
      clearInterval(ping);
      this.cloud.changes.add({ kind: 'called', method: 'socket closed' });
    });
    client.on('error', () => undefined);
    client.on('message', (data: Buffer) => {
      const { envelope_id, payload } = JSON.parse(data.toString()) as JsonObject;
      const body = payload && Object.keys(payload).length > 0 ? payload : '';
      this.waiting.get(String(envelope_id))?.(body);
    });
    const [team] = this.cloud.teams.values();
    client.send(
      JSON.stringify({
        ...{ type: 'hello', num_connections: this.connections },
        connection_info: { app_id: team?.app.appId },
        debug_info: { host: 'applink-1', approximate_connection_time: 18060 },
      }),
    );
    this.cloud.changes.add({ kind: 'called', method: 'socket open' });
  }
}
