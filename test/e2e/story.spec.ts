import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProductProcess } from '../process/product-process.js';
import { arrive, follow, type Page, send, textOf } from './page/visitor.js';

const SETUP =
  '/schedule setup --title "Intro call" --duration 30 --hours "mon-sun 09:00-17:00" ' +
  '--buffer-after 10 --timezone Europe/Berlin --notice 0 --alerts #bookings';

/** Each step follows from the one before: the story is one, told in order. */
describe('the main job, from the first command to the free slot again', () => {
  let dataDir: string;
  let product: ProductProcess;
  let page: Page;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'vis-a-vis-story-'));
    product = await ProductProcess.start({ DATA_DIR: dataDir, DEMO: 'off' });
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
    page = await arrive(product, new URL(link ?? '').pathname);
    expect(page.status).toBe(200);
  });

  it('books on the page without JavaScript, and the card lands in the channel', async () => {
    const form = await follow(product, page, /^\d\d:\d\d to \d\d:\d\d, /);
    const sent = await send(product, form, { name: 'Grace Hopper', email: 'grace@example.com' });
    expect(sent.status).toBe(303);
    page = await arrive(product, sent.headers.get('location') ?? '');
    const card = await product.until(/#bookings ▸ Booked/);
    expect(card).toContain('Grace Hopper · Intro call');
    expect(card).toMatch(/\d\d:\d\d \(Europe\/Berlin\)/);
  });

  it('moves by the manage link, and the card changes', async () => {
    const times = await follow(product, page, 'Move to another time');
    const sure = await follow(product, times, /^16:\d\d to 1\d:\d\d, /);
    expect((await send(product, sure)).status).toBe(303);
    const card = await product.until(/#bookings ▸ \(edited\) Moved/);
    expect(card).toMatch(/~~.+~~/);
    page = await arrive(product, page.address);
    expect(textOf(page)).toContain('Moved');
  });

  it('says why the booked time is not offered, and lists the appointment', async () => {
    const list = await product.type('/schedule bookings', 'Upcoming: 1 appointment');
    const [, when] = /(\d{1,2} \w{3} \d{4}, \d\d:\d\d)/.exec(list) ?? [];
    expect(list).toContain('Grace Hopper');
    const why = await product.type(`/schedule why ${when}`, 'Not offered');
    expect(why).toContain('another booking');
  });

  it('cancels, the card says so, and the slot is back', async () => {
    const sure = await follow(product, page, 'Cancel meeting');
    expect((await send(product, sure, { reason: 'I am ill' })).status).toBe(303);
    const card = await product.until(/#bookings ▸ \(edited\) Cancelled by Grace Hopper/);
    expect(card).toContain('Reason: I am ill');
    const list = await product.type('/schedule bookings cancelled', 'Cancelled: 1 appointment');
    const [, when] = /(\d{1,2} \w{3} \d{4}, \d\d:\d\d)/.exec(list) ?? [];
    expect(await product.type(`/schedule why ${when}`, /It is free|Not offered/)).toContain('free');
    expect(await product.type('/schedule bookings', 'Nothing is booked ahead')).toContain(
      'Share your link',
    );
  });

  it('leaves no error behind', () => {
    expect(product.log).not.toMatch(/"level":(50|60)/);
  });
});
