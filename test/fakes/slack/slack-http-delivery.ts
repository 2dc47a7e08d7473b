import {
  readBody,
  type SlackDelivery,
  type SlackParcel,
  type SlackReceipt,
} from './slack-delivery.js';
import { slackSignature } from './slack-signature.js';

export interface HttpDeliveryOptions {
  /** Request URLs of the app, one per instance; they take turns. */
  readonly urls: readonly string[];
  readonly signingSecret: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Signs as Slack does and posts to the app's request URLs in turn. */
export class HttpDelivery implements SlackDelivery {
  private turn = 0;

  constructor(private readonly options: HttpDeliveryOptions) {}

  async send(parcel: SlackParcel, headers: Record<string, string> = {}): Promise<SlackReceipt> {
    const { urls, signingSecret, now } = this.options;
    const url = urls[this.turn++ % urls.length] ?? '';
    const { type, body } = wrapped(parcel);
    const began = performance.now();
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        ...slackSignature(signingSecret, body, now()),
        ...(parcel.retry && {
          'x-slack-retry-num': String(parcel.retry.number),
          'x-slack-retry-reason': parcel.retry.reason,
        }),
        ...headers,
      },
    });
    const text = await answer.text();
    const milliseconds = performance.now() - began;
    return { status: answer.status, body: readBody(text), milliseconds };
  }
}

/** Events come as JSON, commands as a form, whatever is pressed as a form with one field. */
function wrapped({ kind, payload }: SlackParcel): { type: string; body: string } {
  if (kind === 'event') return { type: 'application/json', body: JSON.stringify(payload) };
  const fields = kind === 'command' ? payload : { payload: JSON.stringify(payload) };
  const pairs = Object.entries(fields).map(([name, value]) => [name, String(value)]);
  return { type: 'application/x-www-form-urlencoded', body: String(new URLSearchParams(pairs)) };
}
