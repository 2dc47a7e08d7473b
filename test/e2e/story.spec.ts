import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'node-html-parser';
import { ProductProcess } from '../process/product-process.js';
import { Visitor } from '../process/visitor.js';

const SETUP =
  '/schedule setup --title "Intro call" --duration 30 --hours "mon-sun 09:00-17:00" ' +
  '--buffer-after 10 --timezone Europe/Berlin --notice 0 --alerts #bookings';

/** Each step follows from the one before: the story is one, told in order. */
describe('the main job, from the first command to the free slot again', () => {
  let dataDir: string;
  let product: ProductProcess;
  let visitor: Visitor;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'vis-a-vis-story-'));
    product = await ProductProcess.start({ DATA_DIR: dataDir, DEMO: 'off' });
    visitor = new Visitor(product.url);
  }, 90_000);

  afterAll(async () => {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('sets up by one command, whose answer holds the link and three free times', async () => {
    const answer = await product.type(SETUP, 'Alerts: #bookings');
    const lines = answer.split('\n').map((line) => line.trim());
    const link = lines.find((line) => line.startsWith('http://localhost'));
    expect(link).toMatch(/\/intro-call$/);
    expect(lines.filter((line) => line.startsWith('• '))).toHaveLength(3);
    expect(answer).toContain('Set APP_URL to your https address before sharing.');
    await visitor.open(new URL(link ?? '').pathname);
  });

  it('books on the page without JavaScript, and the card lands in the channel', async () => {
    await visitor.follow('#times ul a');
    await visitor.submit({ name: 'Grace Hopper', email: 'grace@example.com' });
    expect(visitor.path).toMatch(/^\/b\/[0-9a-z]+$/);
    const card = await product.until(/#bookings ▸ Booked/);
    expect(card).toContain('Grace Hopper · Intro call');
    expect(card).toMatch(/\d\d:\d\d \(Europe\/Berlin\)/);
  });

  it('moves by the manage link, and the card changes', async () => {
    const before = visitor.url;
    await visitor.follow('a[href*="/reschedule"]');
    await visitor.follow('#times ul a', 'last');
    await visitor.submit({});
    const card = await product.until(/#bookings ▸ \(edited\) Moved/);
    expect(card).toMatch(/~~.+~~/);
    await visitor.open(before);
    expect(visitor.text).toContain('Moved');
  });

  it('says why the booked time is not offered, and lists the appointment', async () => {
    const list = await product.type('/schedule bookings', 'Upcoming: 1 appointment');
    const [, when] = /(\d{1,2} \w{3} \d{4}, \d\d:\d\d)/.exec(list) ?? [];
    expect(list).toContain('Grace Hopper');
    const why = await product.type(`/schedule why ${when}`, 'Not offered');
    expect(why).toContain('another booking');
  });

  it('cancels, the card says so, and the slot is back', async () => {
    await visitor.follow('a[href*="/cancel"]');
    await visitor.submit({ reason: 'I am ill' });
    const card = await product.until(/#bookings ▸ \(edited\) Cancelled by Grace Hopper/);
    expect(card).toContain('Reason: I am ill');
    const list = await product.type('/schedule bookings cancelled', 'Cancelled: 1 appointment');
    const [, when] = /(\d{1,2} \w{3} \d{4}, \d\d:\d\d)/.exec(list) ?? [];
    expect(await product.type(`/schedule why ${when}`, /It is free|Not offered/)).toContain('free');
    expect(await product.type('/schedule bookings', 'No bookings yet')).toContain(
      'Share your link',
    );
  });

  it('leaves nothing that only a program could have read', () => {
    expect(parse(visitor.html).querySelectorAll('script:not([src])')).toHaveLength(0);
    expect(product.log).not.toMatch(/"level":(50|60)/);
  });
});
