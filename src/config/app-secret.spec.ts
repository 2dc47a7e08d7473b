import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keptAppSecret } from './app-secret.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vis-a-vis-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the key kept in the data folder', () => {
  it('is made once, readable by its owner alone', () => {
    const dataDir = join(folder, 'new', 'data');
    const made = keptAppSecret(dataDir);
    expect(made).toEqual([{ id: 'k1', key: expect.any(Buffer) }]);
    expect(keptAppSecret(dataDir)).toEqual(made);
    expect(statSync(join(dataDir, 'app-secret')).mode & 0o777).toBe(0o600);
  });

  it('is never replaced by another, because what it sealed would be lost', () => {
    const file = join(folder, 'app-secret');
    writeFileSync(file, 'half');
    expect(() => keptAppSecret(folder)).toThrow(expect.objectContaining({ code: 'app-secret' }));
    expect(readFileSync(file, 'utf8')).toBe('half');
  });

  it('is refused with the name of the folder where nothing can be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => keptAppSecret(join(file, 'data'))).toThrow(
      expect.objectContaining({ code: 'data-folder', message: expect.stringContaining(file) }),
    );
  });
});
