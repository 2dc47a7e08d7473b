import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import packed from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const FLAGS = ['--no-sandbox', '--disable-quic', '--disable-background-networking'];
const MOST_TRIES = 60;

/** The browser named by CHROMIUM_PATH, else one that is installed, else the one inside the npm package. */
async function browserPath(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((path) => existsSync(path));
  return named ?? (await packed.executablePath());
}

/** A machine without fonts would show empty pages; the npm package brings some. */
function environment(): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  const fonts: [string, string][] = existsSync('/etc/fonts')
    ? []
    : [['FONTCONFIG_PATH', join(tmpdir(), 'fonts')]];
  return Object.fromEntries([...own, ...fonts]);
}

const stillUnpacking = (error: unknown): boolean => String(error).includes('ETXTBSY');

/**
 * A real Chromium without a window. The package unpacks its browser on first use, and while another
 * test process is at it the file cannot be started yet: that is waited for.
 */
export async function launchChromium(tries = MOST_TRIES): Promise<Browser> {
  const executablePath = await browserPath();
  try {
    return await chromium.launch({ executablePath, args: FLAGS, env: environment() });
  } catch (error) {
    if (tries <= 1 || !stillUnpacking(error)) throw error;
    await wait(500);
    return launchChromium(tries - 1);
  }
}
