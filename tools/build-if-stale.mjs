// Builds only when dist is missing or older than anything it is made from.
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';

const SOURCES = [
  '{src,bots,migrations}/**/*',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
];
const STAMP = 'dist/src/main.js';

const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newestSource = Math.max(...globSync(SOURCES).map(changedAt));

if (changedAt(STAMP) < newestSource) {
  process.stderr.write('Building …\n');
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
    {
      stdio: ['ignore', 2, 2],
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}
