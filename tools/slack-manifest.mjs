// Prints the manifest of the Slack app on standard output, and on standard error the link that makes it.
//   npm run slack:manifest                   as the environment connects; Socket Mode before it does
//   npm run slack:manifest -- socket         one workspace, no public address
//   npm run slack:manifest -- http (or many) at APP_URL, for one workspace or for all that install it
import './build-if-stale.mjs';

const { Env } = await import('../dist/src/config/env.js');
const { manifestText } = await import('../dist/bots/slack/manifest/manifest-text.js');

let text;
try {
  text = manifestText(Env.from(process.env), process.argv[2]);
} catch (error) {
  console.error(error.sentences?.join('\n') ?? error);
  process.exit(1);
}
if (!text.ok) {
  console.error(text.problem.sentence);
  process.exit(1);
}
console.log(text.value.json);
console.error(`\n${text.value.guide.join('\n')}`);
