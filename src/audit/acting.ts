import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Somebody at whose word something happens: a person in chat, who may use their right as an admin, or
 * a program with an API key.
 */
export interface Acting {
  readonly kind: 'person' | 'admin' | 'key';
  /** Of the chat identity or of the key. */
  readonly id: string;
}

const present = new AsyncLocalStorage<Acting>();

/**
 * Runs `work` in somebody's name, however deep what it does is written down. Said once at each edge,
 * so that no operation has to hand a name on that only the audit log reads.
 */
export const actAs = <T>(acting: Acting, work: () => T): T => present.run(acting, work);

/** Undefined where nobody asked: an attendee on a page, or the product by itself. */
export const actingNow = (): Acting | undefined => present.getStore();
