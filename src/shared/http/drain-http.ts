import type { Server } from 'node:http';

/** Nest's adapter, as far as stopping goes. */
interface Listening {
  getHttpServer(): Server;
  close(): Promise<void>;
}

/** How often connections are closed that have had their last answer, in milliseconds. */
const CLOSE_IDLE_EVERY = 50;

/**
 * Takes no new connection, lets requests under way be answered for so many milliseconds, and cuts
 * off what is left. Connections that only wait for a next request are closed.
 */
export async function drainHttp(adapter: Listening, patience: number): Promise<void> {
  const server = adapter.getHttpServer();
  // Closing the server closes those that are idle at that moment; others become so later.
  const idle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  try {
    await adapter.close();
  } finally {
    clearInterval(idle);
    clearTimeout(cut);
  }
}
