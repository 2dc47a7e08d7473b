import type { Env } from '../../../src/config/env.js';
import { nameCommands, say } from '../../../src/language/say.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../src/shared/sentence-problem.js';
import { grammarNamed } from '../../core/grammar/grammar.js';
import { appManifest, createAppLink, SLACK_MODES, type SlackMode } from './app-manifest.js';

/** The manifest for a machine, and for a person the link that makes the app, and what comes next. */
export interface ManifestText {
  readonly json: string;
  readonly guide: readonly string[];
}

type Facts = Pick<Env, 'publicUrl' | 'contactEmail' | 'commandNames' | 'slack'>;

/** What `npm run slack:manifest` says; the way is the one that the environment has, unless another is named. */
export function manifestText(
  env: Facts,
  wish: string = modeOf(env),
): Outcome<ManifestText, SentenceProblem> {
  const mode = SLACK_MODES.find((one) => one === wish);
  if (mode === undefined) return refusedWith(say('slackApp:howTo.unknownMode', { mode: wish }));
  const { publicUrl: url, contactEmail, commandNames } = env;
  if (mode !== 'socket' && !url.startsWith('https://')) {
    return refusedWith(say('slackApp:howTo.needsAddress', { url, mode }));
  }
  nameCommands(commandNames);
  const grammar = grammarNamed(commandNames);
  const manifest = appManifest({ publicUrl: url, contactEmail, grammar, mode });
  return done({
    json: JSON.stringify(manifest, null, 2),
    guide: [say('slackApp:howTo.create'), createAppLink(manifest), say('slackApp:howTo.docs')],
  });
}

function modeOf({ slack }: Facts): SlackMode {
  if (slack === null || slack.connection.kind === 'socket') return 'socket';
  return slack.tenancy.kind === 'many' ? 'many' : 'http';
}
