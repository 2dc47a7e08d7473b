import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Env } from '../config/env.js';
import { Fault } from './fault.js';

/**
 * Seals secrets at rest: AES-256-GCM, sealed with the newest key, opened with any.
 * The text is `v1.<key id>.<iv>.<ciphertext>.<tag>`; `place` (`table:column:row`) is authenticated,
 * so that a sealed value cannot be moved to another row.
 */
@Injectable()
export class SecretBox {
  constructor(private readonly env: Env) {}

  seal(plain: string, place: string): string {
    const [newest] = this.env.appSecrets;
    if (!newest) throw new Fault('secret-missing', 'There is no APP_SECRET to seal with.');
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', newest.key, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return ['v1', newest.id, ...[iv, sealed, cipher.getAuthTag()].map(encode)].join('.');
  }

  /** @throws Fault `secret-unreadable` when the key is gone or the text was changed. */
  open(text: string, place: string): string {
    const [version, id, iv, sealed, tag] = text.split('.');
    const secret = this.env.appSecrets.find((candidate) => candidate.id === id);
    if (version !== 'v1' || !secret || !iv || sealed === undefined || !tag) throw unreadable();
    try {
      const decipher = createDecipheriv('aes-256-gcm', secret.key, decode(iv), {
        authTagLength: 16,
      })
        .setAAD(Buffer.from(place))
        .setAuthTag(decode(tag));
      return decipher.update(decode(sealed), undefined, 'utf8') + decipher.final('utf8');
    } catch (cause) {
      throw unreadable(cause);
    }
  }
}

const encode = (bytes: Buffer): string => bytes.toString('base64url');
const decode = (text: string): Buffer => Buffer.from(text, 'base64url');

function unreadable(cause?: unknown): Fault {
  return new Fault('secret-unreadable', 'A sealed value cannot be opened.', { cause });
}
