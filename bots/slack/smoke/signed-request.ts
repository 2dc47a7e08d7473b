import { createHmac } from 'node:crypto';

/** A request as Slack signs it: `at` is epoch milliseconds. */
export function signedRequest(body: string, secret: string, at: number): RequestInit {
  const timestamp = String(Math.floor(at / 1_000));
  const sum = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const { method, headers } = unsignedRequest(body);
  const signature = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${sum}` };
  return { method, body, headers: { ...headers, ...signature } };
}

export const unsignedRequest = (body: string) => ({
  ...{ method: 'POST', body, headers: { 'content-type': 'application/json' } },
});
