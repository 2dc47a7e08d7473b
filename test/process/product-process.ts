import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('./product.mjs', import.meta.url));
const RUN = [process.execPath, '--enable-source-maps', MAIN];
/** A busy machine may take long to start a process; nobody waits this long otherwise. */
const PATIENCE = 40_000;

/** The product in a process of its own, as `npm start` runs it: typed to, listened to, killed. */
export class ProductProcess {
  private output = '';
  private errors = '';
  private seen = 0;

  private constructor(
    readonly url: string,
    private readonly child: ChildProcessWithoutNullStreams,
    private readonly where: 'pipe' | 'terminal',
  ) {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      // A terminal returns its carriage at the end of each line.
      this.output += text.replaceAll('\r\n', '\n');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
  }

  /** Resolves when it takes requests. Fails with what it wrote when it refused to start. */
  static async start(
    environment: Readonly<Record<string, string>>,
    where: 'pipe' | 'terminal' = 'pipe',
  ): Promise<ProductProcess> {
    const port = environment['PORT'] ?? String(await freePort());
    const [command, ...args] =
      where === 'pipe' ? RUN : ['script', '-qefc', `exec ${RUN.join(' ')}`, '/dev/null'];
    const child = spawn(command ?? '', args, {
      env: {
        ...{ PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: process.env['TZ'] },
        ...{ CONSOLE: 'keep', LOG_LEVEL: 'warn', RATE_LIMITS: 'off', ...environment, PORT: port },
      },
    });
    const product = new ProductProcess(`http://127.0.0.1:${port}`, child, where);
    try {
      await product.until('runs at');
    } catch (tooLate) {
      // Whoever started it never gets hold of it to stop it.
      await product.stop();
      throw tooLate;
    }
    return product;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Everything on standard output so far. */
  get screen(): string {
    return this.output;
  }

  get log(): string {
    return this.errors;
  }

  /** Types a line and waits for a block that contains `answer`; returns what appeared since the last call. */
  async type(line: string, answer: string | RegExp): Promise<string> {
    this.child.stdin.write(`${line}\n`);
    return this.until(answer);
  }

  /** Waits for text that has not been waited for yet, and returns all that appeared up to now. */
  async until(text: string | RegExp): Promise<string> {
    const deadline = Date.now() + PATIENCE;
    const pattern = typeof text === 'string' ? new RegExp(escaped(text)) : text;
    for (;;) {
      const fresh = this.output.slice(this.seen);
      const match = pattern.exec(fresh);
      // A block ends with an empty line: nothing is read before it is whole.
      const end = match ? fresh.indexOf('\n\n', match.index) : -1;
      if (match && end >= 0) {
        this.seen += end + 2;
        return fresh.slice(0, end);
      }
      const ended = this.child.exitCode ?? this.child.signalCode;
      if (ended !== null || Date.now() > deadline) {
        const ending = ended === null ? 'in time' : `before the end (${String(ended)})`;
        throw new Error(
          `“${String(text)}” did not appear ${ending}.\n${this.output}\n${this.errors}`,
        );
      }
      await Promise.race([once(this.child.stdout, 'data'), waitBriefly()]);
    }
  }

  /** Sends keys as they are. */
  send(keys: string): void {
    this.child.stdin.write(keys);
  }

  /** As when the program behind a pipe ends. */
  stopReading(): void {
    this.child.stdout.destroy();
  }

  /** Waits for text in the log. */
  async untilLogged(text: string): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!this.errors.includes(text)) {
      if (Date.now() > deadline) throw new Error(`“${text}” was not logged.\n${this.errors}`);
      await waitBriefly();
    }
  }

  /** No more input: with `CONSOLE=1` the product stops by itself. */
  endInput(): void {
    this.child.stdin.end();
  }

  /** Waits until it has ended by itself; the exit code. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      await once(this.child, 'exit');
    }
    return this.child.exitCode;
  }

  /** Asks it to stop and waits; the exit code. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    const ended = this.ended();
    // A signal would end the program that lends the terminal and leave the product behind.
    if (this.where === 'terminal') this.send('\u0004');
    else this.child.kill(signal);
    return ended;
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const waitBriefly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}
