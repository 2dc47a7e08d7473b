import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const packageSchema = z.object({ version: z.string() });

/** Of the nearest `package.json` above the code, which stands deeper once it is built. */
export function productVersion(folder: string = import.meta.dirname): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return packageSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
  return productVersion(dirname(folder));
}
