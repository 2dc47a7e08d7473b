import { beforeEach, describe, expect, it } from '@jest/globals';
import { Postponed } from '../../src/jobs/postponed.js';
import { messagesIn, SlackPace } from './slack-pace.js';

const sales = { workspace: 'T1', channel: 'C1' };
const support = { workspace: 'T1', channel: 'C2' };
const elsewhere = { workspace: 'T2', channel: 'C1' };
const busy = { code: 'slack-busy' };

describe('the pace in Slack', () => {
  let pace: SlackPace;
  beforeEach(() => {
    pace = new SlackPace();
  });

  it('has each come again at a time of its own after a long pause that Slack asks for', async () => {
    const waits = [pace.pause(messagesIn(sales), 30)];
    for (let turn = 0; turn < 3; turn += 1) {
      await pace.turn(sales).catch((error: unknown) => {
        if (error instanceof Postponed) waits.push(error);
      });
    }
    expect(waits.map(({ seconds }) => Math.round(seconds))).toEqual([30, 31, 32, 33]);
    await pace.turn(support);
  });

  it('leaves a workspace alone in which Slack does not answer, and no other, until it does', async () => {
    pace.heard('T1', true);
    await expect(pace.turn(sales)).rejects.toMatchObject(busy);
    await expect(pace.turn(support)).rejects.toMatchObject(busy);
    await pace.turn(elsewhere);
    pace.heard('T1', false);
    await pace.turn(sales);
  });
});
