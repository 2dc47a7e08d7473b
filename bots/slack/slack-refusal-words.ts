import { say } from '../../src/language/say.js';
import type { Undeliverable } from '../core/chat-platform.js';
import { NOT_INSTALLED, type SlackRefusal } from './slack.client.js';

/** Why a message can never arrive, and what to do about it. */
export function undeliverable({ code }: SlackRefusal, where: string): Undeliverable {
  return { sentence: say(`slack:undeliverable.${kindOf(code)}`, { where, code }) };
}

function kindOf(code: string) {
  switch (code) {
    case 'not_in_channel':
    case 'channel_not_found':
      return 'notThere';
    case 'is_archived':
      return 'archived';
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'restricted_action_thread_only_channel':
    case 'restricted_action_non_threadable_channel':
      return 'restricted';
    case 'user_not_found':
    case 'users_not_found':
    case 'user_disabled':
    case 'cannot_dm_bot':
    case 'user_not_visible':
      return 'nobody';
    case NOT_INSTALLED:
    case 'invalid_auth':
    case 'account_inactive':
    case 'token_revoked':
    case 'token_expired':
    case 'not_authed':
      return 'notInstalled';
    case 'missing_scope':
      return 'missingScope';
    default:
      return 'other';
  }
}
