import { say } from '../../language/say.js';
import type { Receipt } from '../receipt.entity.js';
import { isUnderWay } from '../receipts.service.js';

/** What became of the mail that tells somebody the latest news of their booking. */
export type MailStanding =
  /** None is sent: there is no mail server, or no address. */
  | { readonly kind: 'none' }
  /** It is about to be handed over, or there is nothing to tell. */
  | { readonly kind: 'quiet' }
  | { readonly kind: 'delayed' }
  /** By the mail server, or left out because the address refused too many. */
  | { readonly kind: 'refused' }
  /** It was tried for so long that it is no news any more. */
  | { readonly kind: 'given-up' }
  /** To our mail server, epoch milliseconds; what that does with it nobody knows. */
  | { readonly kind: 'handed-over'; readonly at: number };

/** `isLeftAlone`: nothing is sent to the address for a while. */
export function mailStanding(
  receipt: Pick<Receipt, 'state' | 'why' | 'updatedAt'> | undefined,
  isLeftAlone: boolean,
): MailStanding {
  switch (receipt?.state) {
    case 'queued':
      return { kind: isUnderWay(receipt) ? 'quiet' : 'delayed' };
    case 'handed_over':
      return { kind: 'handed-over', at: receipt.updatedAt.getTime() };
    case 'failed':
      return { kind: receipt.why === say('mail:receipt.late') ? 'given-up' : 'refused' };
    case 'suppressed':
      return { kind: isLeftAlone ? 'refused' : 'quiet' };
    default:
      return { kind: 'quiet' };
  }
}
