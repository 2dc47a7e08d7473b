import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import type { ChatPlatform } from '../chat-platform.js';

/** Whoever talks to the assistant, and where. */
export interface Talker {
  readonly caller: ChatIdentity;
  readonly platform: ChatPlatform;
}
