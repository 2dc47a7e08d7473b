import { z } from 'zod';
import { say } from '../../../src/language/say.js';
import { Fault } from '../../../src/shared/fault.js';
import { addressStep } from './address.js';
import { channelStep } from './alert-channel.js';
import { messageStep, threadStep } from './direct-message.js';
import { homeStep } from './home.js';
import { ownerStep } from './owner.js';
import { previewStep } from './preview.js';
import type { Scene } from './scene.js';
import { fails, type Finding, type Found, NOTHING_YET, type Step } from './step.js';
import { scopesStep, tokenStep } from './token.js';
import { wayInStep } from './way-in.js';

/** In the order in which one needs the other. */
const STEPS = [
  ['token', tokenStep],
  ['scopes', scopesStep],
  ['wayIn', wayInStep],
  ['address', addressStep],
  ['owner', ownerStep],
  ['message', messageStep],
  ['thread', threadStep],
  ['home', homeStep],
  ['channel', channelStep],
  ['preview', previewStep],
] as const satisfies readonly (readonly [string, Step])[];

/** Walks all steps and tells each; answers whether none failed. What it posted it takes away. */
export async function walk(scene: Scene, tell: (line: string) => void): Promise<boolean> {
  let found = NOTHING_YET;
  let failed = 0;
  try {
    for (const [index, [name, step]] of STEPS.entries()) {
      const finding = await tried(() => step(scene, found));
      found = { ...found, ...finding.found };
      failed += finding.verdict === 'fails' ? 1 : 0;
      const { verdict, sentence } = finding;
      const facts = { number: index + 1, step: say(`slackSmoke:step.${name}`), sentence };
      tell(say(`slackSmoke:verdict.${verdict}`, facts));
    }
  } finally {
    if (!(await takenAway(scene, found))) tell(say('slackSmoke:leftover'));
  }
  tell(failed === 0 ? say('slackSmoke:end.well') : say('slackSmoke:end.failed', { count: failed }));
  return failed === 0;
}

/** Slack out of order is a finding, too. */
async function tried(step: () => Promise<Finding>): Promise<Finding> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return fails(say(`slackSmoke:${error.code === 'slack-busy' ? 'busy' : 'away'}`));
  }
}

/** The newest first: what was answered would leave a trace. */
async function takenAway({ slack }: Scene, { direct, posted }: Found): Promise<boolean> {
  if (!direct) return true;
  const { workspace, channel } = direct;
  const gone = { ...{ workspace, method: 'chat.delete' } };
  for (const ts of posted.toReversed()) {
    const answer = await slack
      .call({ ...gone, with: { channel, ts } }, z.unknown())
      .catch(() => null);
    if (!answer?.ok) return false;
  }
  return true;
}
