// Walks ten steps with the tokens of the environment against live Slack, and says which of them hold.
//   npm run smoke:slack -- U012AB3CD        your member ID in Slack
//   npm run smoke:slack -- U012AB3CD sales  and the channel in which bookings are to be told
import './build-if-stale.mjs';
import { Logger } from '@nestjs/common';

const { smokeOrder } = await import('../dist/bots/slack/smoke/order.js');
const { sceneOf } = await import('../dist/bots/slack/smoke/scene.js');
const { walk } = await import('../dist/bots/slack/smoke/walk.js');

// What Slack's library has to say at length is said by the steps.
Logger.overrideLogger(false);

let order;
try {
  order = smokeOrder(process.env, process.argv.slice(2));
} catch (error) {
  console.error(error.sentences?.join('\n') ?? error);
  process.exit(1);
}
if (!order.ok) {
  console.error(order.problem.sentence);
  process.exit(1);
}
const isWell = await walk(sceneOf(order.value, globalThis.fetch), (line) => console.log(line));
process.exitCode = isWell ? 0 : 1;
