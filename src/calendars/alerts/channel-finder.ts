import { Injectable } from '@nestjs/common';
import { say } from '../../language/say.js';
import type { ChatPerson } from '../../hosts/identities.service.js';
import { type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import type { ChannelAddress } from '../create-calendar.service.js';

/** A channel, and whether everybody in the workspace, or somebody outside of it, can read it. */
export interface FoundChannel extends ChannelAddress {
  readonly isPublic: boolean;
}

type Find = (asker: ChatPerson, name: string) => Promise<Outcome<FoundChannel, SentenceProblem>>;

/**
 * Finds the chat channel that somebody names, where they may name one. Only a platform knows, and
 * makes itself known here when it starts.
 */
@Injectable()
export class ChannelFinder {
  private readonly platforms = new Map<string, Find>();

  serve(platform: string, find: Find): void {
    this.platforms.set(platform, find);
  }

  find(asker: ChatPerson, name: string): Promise<Outcome<FoundChannel, SentenceProblem>> {
    const find = this.platforms.get(asker.platform);
    if (find) return find(asker, name);
    return Promise.resolve(refusedWith(say('problems:platformAway', { platform: asker.platform })));
  }
}
