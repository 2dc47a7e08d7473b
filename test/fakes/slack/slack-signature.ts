import { createHmac } from 'node:crypto';

/** The headers by which Slack vouches for a body; `now` is epoch milliseconds. */
export function slackSignature(secret: string, body: string, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const sum = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${sum}` };
}
