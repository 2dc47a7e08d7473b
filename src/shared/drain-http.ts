import type { Server } from 'node:http';

/** Nest's adapter, as far as stopping goes. */
interface Listening {
  getHttpServer(): Server;
  close(): Promise<void>;
}

/**
 * Takes no new connection, lets requests under way be answered for so many milliseconds, and cuts
 * off what is left. Connections that only wait for a next request are closed at once.
 */
export async function drainHttp(adapter: Listening, patience: number): Promise<void> {
  const server = adapter.getHttpServer();
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  try {
    await adapter.close();
  } finally {
    clearTimeout(cut);
  }
}
