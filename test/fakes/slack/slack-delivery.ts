import type { JsonObject } from './slack-blocks.js';

/** Something that happened in Slack, on its way to the app. */
export interface SlackParcel {
  readonly kind: 'command' | 'interaction' | 'event';
  readonly payload: JsonObject;
  /** Sent before, and not answered in time or not well. */
  readonly retry?: { readonly number: number; readonly reason: string };
}

/** How the app took it. */
export interface SlackReceipt {
  /** Of HTTP; 200 for an acknowledgement over a socket. */
  readonly status: number;
  /** Parsed where it is JSON; a text otherwise, empty for nothing. */
  readonly body: unknown;
  readonly milliseconds: number;
}

/** The way from Slack to the app. */
export interface SlackDelivery {
  send(parcel: SlackParcel): Promise<SlackReceipt>;
}

export const readBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
