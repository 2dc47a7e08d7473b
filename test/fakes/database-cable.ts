import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between the product and its database, and can be pulled out. */
export interface DatabaseCable {
  /** The address of the database at this end. */
  readonly url: string;
  /** Every connection breaks and no new one is taken. */
  pull(): Promise<void>;
  plugIn(): Promise<void>;
  /** From now on every answer of the database comes so many milliseconds late. */
  slow(milliseconds: number): void;
}

export async function databaseCable(databaseUrl: string): Promise<DatabaseCable> {
  const far = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let delay = 0;
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
    near.pipe(beyond);
    const late: Buffer[] = [];
    beyond.on('data', (chunk: Buffer) => {
      late.push(chunk);
      // The first that waits goes first, whoever's time has come.
      setTimeout(() => near.write(late.shift() ?? ''), delay);
    });
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
    slow(milliseconds) {
      delay = milliseconds;
    },
  };
}
