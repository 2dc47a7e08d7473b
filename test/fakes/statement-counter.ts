import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

/** Stands between the product and its database and counts what the requests send. */
export interface StatementCounter {
  readonly url: string;
  /** Statements since the last time, those of the job queue's own connections left out. */
  taken(): readonly string[];
  stop(): void;
}

const QUERY = 'Q'.charCodeAt(0);
const PARSE = 'P'.charCodeAt(0);

export async function statementCounter(databaseUrl: string): Promise<StatementCounter> {
  const far = new URL(databaseUrl);
  let statements: string[] = [];
  const server = createServer((near) => {
    const beyond = connect(Number(far.port), far.hostname);
    const read = reader((statement) => statements.push(statement));
    near.on('data', read).on('error', () => beyond.destroy());
    beyond.on('error', () => near.destroy());
    near.pipe(beyond).pipe(near);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    taken() {
      const found = statements;
      statements = [];
      return found;
    },
    stop: () => server.close(),
  };
}

/** PostgreSQL's frontend protocol: a start-up message, then messages of one letter, length, content. */
function reader(note: (statement: string) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  let isOfRequests = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isStarted ? 1 : 0;
      if (rest.length < head + 4) return;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return;
      const message = rest.subarray(0, end);
      rest = rest.subarray(end);
      if (!isStarted) {
        isOfRequests = message.includes('application_name\0vis-a-vis\0');
        isStarted = true;
      } else if (isOfRequests && (message[0] === QUERY || message[0] === PARSE)) {
        note(message.subarray(5).toString().replaceAll('\0', ''));
      }
    }
  };
}
