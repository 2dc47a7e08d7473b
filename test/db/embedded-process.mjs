import { withTypeScript } from './typescript-hooks.mjs';

// A product that is nothing but its database, to be killed: `node embedded-process.mjs <data folder>`
// prints one line of JSON when it is up or refused.
withTypeScript();
const { startEmbeddedPostgres } =
  await import('../../src/database/embedded-postgres/embedded-postgres.ts');

const say = (message) => process.stderr.write(`${message}\n`);
const print = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

try {
  const [dataDir, systemFolder = '/var/lib/vis-a-vis'] = process.argv.slice(2);
  const log = { log: say, warn: say, error: say };
  const server = await startEmbeddedPostgres({ dataDir, systemFolder, log });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  process.on('SIGUSR2', () => process.exit(1));
  print({ url: server.url });
} catch (fault) {
  print({ code: fault.code, message: fault.message });
  process.exit(1);
}
