import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProductProcess } from '../process/product-process.js';

describe('the first start', () => {
  let dataDir: string;
  let product: ProductProcess | null = null;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'vis-a-vis-first-'));
  });
  afterEach(async () => {
    await product?.stop();
    product = null;
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = async (environment: Readonly<Record<string, string>>) => {
    product = await ProductProcess.start({ DATA_DIR: dataDir, ...environment });
    return product;
  };

  it('makes a link that opens, and says in ten lines or fewer what comes next', async () => {
    const { screen, url } = await start({});
    const lines = screen.trim().split('\n');
    expect(lines.length).toBeLessThanOrEqual(10);
    const link = lines.find((line) => /^http:\/\/localhost:\d+\/[a-z]/.test(line));
    expect(link).toBeDefined();
    const page = await fetch(new URL(new URL(link ?? '').pathname, url));
    expect(page.status).toBe(200);
    expect(screen).toContain('Only this machine can open that link.');
    expect(screen).toContain('/schedule setup');
    expect(screen).toMatch(/Slack is connected by tokens.+Discord/);
  }, 60_000);

  it('makes it once: the second start shows the same link', async () => {
    const linkIn = (screen: string) => /^http\S+\/\S+$/m.exec(screen)?.[0].replace(/:\d+/, '');
    const first = linkIn((await start({})).screen);
    await product?.stop();
    const second = await start({});
    expect(linkIn(second.screen)).toBe(first);
    expect(second.screen).toContain('/schedule bookings');
    expect(second.screen).not.toContain('/schedule setup');
    expect(await second.type('/schedule calendar list', 'Your booking calendars')).not.toContain(
      '-2',
    );
  }, 90_000);

  it('promises no commands where nobody can type any', async () => {
    const { screen } = await start({ CONSOLE: '0' });
    expect(screen).not.toContain('here in the terminal');
    expect(screen).toContain('CONSOLE=1');
  }, 60_000);

  it('makes nothing with DEMO=off', async () => {
    const { screen } = await start({ DEMO: 'off' });
    expect(screen).not.toMatch(/^http:\/\/localhost:\d+\/[a-z]/m);
  }, 60_000);

  it('makes nothing when others can reach the product', async () => {
    const running = await start({ APP_URL: 'https://book.example.com', HOST: '127.0.0.1' });
    expect(await running.type('/schedule show', 'You have no booking calendar yet')).toBeTruthy();
  }, 60_000);

  it('leads to Slack where it is set up, and says which tokens Slack refuses', async () => {
    const slack = createServer((_request, answer) => {
      answer.setHeader('content-type', 'application/json');
      answer.end('{"ok":false,"error":"invalid_auth"}');
    }).listen(0, '127.0.0.1');
    await once(slack, 'listening');
    const { port } = slack.address() as AddressInfo;
    const running = await start({
      ...{ DEMO: 'off', COMMAND_NAMES: 'meet,hours,hours-admin' },
      ...{ SLACK_API_URL: `http://127.0.0.1:${port}/api/` },
      ...{ SLACK_APP_TOKEN: 'xapp-1-wrong', SLACK_BOT_TOKEN: 'xoxb-1-wrong' },
    });
    expect(running.screen).toContain('In Slack, type /hours setup');
    await running.untilLogged('Slack refuses SLACK_APP_TOKEN (invalid_auth): copy it again');
    await running.untilLogged('Slack refuses SLACK_BOT_TOKEN (invalid_auth): copy it again');
    expect(running.log).not.toMatch(/"stack"|xapp-1|xoxb-1/);
    const status = await running.type('/hours-admin status', 'Chat: ');
    expect(status).toContain('Chat: connected to console.');
    expect(status).toContain('Chat: slack does not work. Slack refuses SLACK_');
    slack.close();
  }, 60_000);

  it('reads piped lines to their end and stops by itself, with nothing left running', async () => {
    const running = await start({ CONSOLE: '1', DEMO: 'off' });
    await running.type('/schedule help', '/schedule setup');
    running.endInput();
    expect(await running.ended()).toBe(0);
    expect(running.log).not.toMatch(/"level":(50|60)/);
  }, 60_000);
});
