import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../e2e/app.js';

const secret = '8f742231b10e8888abcd99yyyzzz85a5';

let app: TestApp;

beforeAll(async () => {
  const environment = { SLACK_SIGNING_SECRET: secret, SLACK_BOT_TOKEN: 'xoxb-1' };
  app = await startTestApp({ environment });
}, 60_000);
afterAll(() => app.stop());

/** The real time: signatures are Bolt's business, which goes by it. */
const nowInSeconds = (): number => Math.floor(performance.timeOrigin + performance.now()) / 1_000;

interface Sent {
  readonly body: string;
  readonly type?: string;
  /** Seconds before now. */
  readonly age?: number;
  readonly signedBody?: string;
  readonly signature?: string | null;
}

async function send({ body, type = 'application/json', age = 0, ...sent }: Sent) {
  const timestamp = Math.floor(nowInSeconds() - age).toString();
  const base = `v0:${timestamp}:${sent.signedBody ?? body}`;
  const right = `v0=${createHmac('sha256', secret).update(base).digest('hex')}`;
  const signature = sent.signature === undefined ? right : sent.signature;
  const response = await fetch(`${app.url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      ...(signature === null ? {} : { 'x-slack-signature': signature }),
    },
    body,
  });
  return { status: response.status, text: await response.text() };
}

const challenge = JSON.stringify({ type: 'url_verification', challenge: 'c'.repeat(40) });

describe('a request to the Slack endpoint', () => {
  it('D16: is answered when Slack signed it', async () => {
    const answered = await send({ body: challenge });
    expect(answered.status).toBe(200);
    expect(answered.text).toContain('c'.repeat(40));
  });

  it.each<[string, Omit<Sent, 'body'>]>([
    ['no signature', { signature: null }],
    ['a wrong signature', { signature: `v0=${'0'.repeat(64)}` }],
    ['something else for a signature', { signature: 'v0=' }],
    ['the signature of another body', { signedBody: '{}' }],
    ['an old signature', { age: 301 }],
    ['JSON sent as a form', { type: 'application/x-www-form-urlencoded', signedBody: 'a=b' }],
  ])('D1, D16: with %s is refused unread', async (_what, sent) => {
    const answered = await send({ body: challenge, ...sent });
    expect(answered).toEqual({ status: 401, text: '' });
  });

  it('that is signed and no JSON is refused', async () => {
    expect(await send({ body: '{"type":' })).toMatchObject({ status: 400 });
  });

  it('is only ever taken by POST', async () => {
    for (const method of ['GET', 'HEAD', 'PUT']) {
      expect((await fetch(`${app.url}/slack/events`, { method })).status).toBe(404);
    }
  });

  it('under an address that is almost right is answered, and there is nothing', async () => {
    const near = ['/slack/events/', '/slack/events/?x=1'];
    const asked = near.map((path) => fetch(app.url + path, { method: 'POST', body: challenge }));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404]);
  });

  it('to install is none where one workspace is served', async () => {
    expect((await fetch(`${app.url}/slack/install`)).status).toBe(404);
  });
});
