import { userInfo } from 'node:os';
import type { ChatPerson } from '../../src/hosts/identities.service.js';

export const CONSOLE = 'console';
export const CONSOLE_WORKSPACE = 'local';

/** Whoever one acts as in the terminal: `sam` is shown as Sam. */
export function consolePerson(key: string): ChatPerson {
  const userKey = key.toLowerCase();
  const name = userKey
    .split(/[._-]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
  return { platform: CONSOLE, workspace: CONSOLE_WORKSPACE, userKey, name };
}

/** The person at this machine; somebody neutral when that is the administrator. */
export function terminalUser(): string {
  const name = userInfo()
    .username.toLowerCase()
    .replace(/[^a-z0-9._-]/g, '');
  return name === '' || name === 'root' ? 'host' : name;
}
