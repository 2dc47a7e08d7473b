import type { ChannelAddress } from '../../../src/calendars/create-calendar.service.js';
import type { ChatPerson } from '../../../src/hosts/identities.service.js';
import { say } from '../../../src/language/say.js';
import type { Scene } from './scene.js';

/** What later steps go on with. */
export interface Found {
  /** The team that the token opens. */
  readonly workspace: string | null;
  /** What the token may do, as Slack said it. */
  readonly scopes: readonly string[];
  readonly owner: ChatPerson | null;
  /** The direct messages with the owner. */
  readonly direct: ChannelAddress | null;
  /** What stands there by us, the oldest first. */
  readonly posted: readonly string[];
}

export const NOTHING_YET: Found = {
  ...{ workspace: null, scopes: [], owner: null, direct: null, posted: [] },
};

export interface Finding {
  readonly verdict: 'holds' | 'fails' | 'untried';
  /** What was seen; of what fails, what to do. */
  readonly sentence: string;
  readonly found?: Partial<Found>;
}

/** One thing that has to hold; what Slack is too ill to answer is thrown. */
export type Step = (scene: Scene, found: Found) => Promise<Finding>;

export const holds = (sentence: string, found: Partial<Found> = {}): Finding => ({
  ...{ verdict: 'holds', sentence, found },
});

export const fails = (sentence: string, found: Partial<Found> = {}): Finding => ({
  ...{ verdict: 'fails', sentence, found },
});

export const untried = (sentence: string): Finding => ({ verdict: 'untried', sentence });

/** What it needs is missing, because the step that finds it failed. */
export const needs = (what: 'token' | 'owner' | 'message'): Finding =>
  untried(say(`slackSmoke:needs.${what}`));
