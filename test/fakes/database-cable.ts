import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between the product and its database, and can be pulled out. */
export interface DatabaseCable {
  /** The address of the database at this end. */
  readonly url: string;
  /** Every connection breaks and no new one is taken. */
  pull(): Promise<void>;
  plugIn(): Promise<void>;
}

export async function databaseCable(databaseUrl: string): Promise<DatabaseCable> {
  const far = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const beyond = connect(Number(far.port), far.hostname);
    for (const socket of [near, beyond]) {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(socket);
          near.destroy();
          beyond.destroy();
        });
    }
    near.pipe(beyond).pipe(near);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    async pull() {
      if (!server.listening) return;
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
    async plugIn() {
      await once(server.listen(port, '127.0.0.1'), 'listening');
    },
  };
}
