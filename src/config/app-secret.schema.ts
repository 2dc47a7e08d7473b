import { z } from 'zod';
import { say } from '../language/say.js';

/** One key of the ring that seals secrets at rest. */
export interface AppKey {
  readonly id: string;
  readonly key: Buffer;
}

const KEY_BYTES = 32;
const PLACEHOLDER = /replace|change|placeholder|example|secret|random|your|here|xxx|\.\.\.|…/i;

/** `id:base64,id:base64`, the newest first; AES-256 takes the first 32 bytes of each. */
export const appSecretSchema = z.string().transform((text, context): readonly AppKey[] => {
  const keys = text.split(',').map(readKey);
  const whole = keys.filter((key) => key !== null);
  const ids = new Set(whole.map(({ id }) => id));
  if (isPlaceholder(text, whole)) {
    context.addIssue({ code: 'custom', message: say('start:environment.appSecretPlaceholder') });
  } else if (whole.length < keys.length || ids.size < whole.length) {
    context.addIssue({ code: 'custom', message: say('start:environment.APP_SECRET') });
  }
  return whole;
});

function readKey(text: string): AppKey | null {
  const [, id, base64] = /^\s*([\w-]{1,32}):([\w+/-]+={0,2})\s*$/.exec(text) ?? [];
  if (id === undefined || base64 === undefined) return null;
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length < KEY_BYTES ? null : { id, key: bytes.subarray(0, KEY_BYTES) };
}

/** Words instead of a key, plainly or in base64, or a byte repeated: nothing that chance makes. */
function isPlaceholder(text: string, keys: readonly AppKey[]): boolean {
  if (keys.length === 0) return PLACEHOLDER.test(text);
  return keys.some(({ key }) => new Set(key).size < 8 || isText(key));
}

const isText = (key: Buffer): boolean =>
  key.every((byte) => byte >= 0x20 && byte < 0x7f) && PLACEHOLDER.test(key.toString('latin1'));
