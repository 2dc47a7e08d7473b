import { say } from '../../language/say.js';
import { fullDayName } from '../../language/day-words.js';
import type { IconName } from './icon.view.js';
import { FIND_PATH, PROBLEMS_PATH } from './page-links.js';

/** A page that can only say something, by what there is to say. */
export type Message =
  /** 404 */
  | { readonly kind: 'unknown' }
  /** 410: the calendar is switched off. */
  | { readonly kind: 'off'; readonly hostName: string }
  /** `until` is a local date, 'YYYY-MM-DD'; open-ended without. */
  | { readonly kind: 'paused'; readonly hostName: string; readonly until?: string | undefined }
  /** 503: an outside calendar is unreadable, so nothing is offered. */
  | { readonly kind: 'calendar-unreadable'; readonly hostName: string; readonly retry: string }
  /** 429 */
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number }
  /** 503 after a form was sent: the database is away. */
  | { readonly kind: 'not-saved' }
  /** 503 after a form was sent: the database went away before it said whether it had saved. */
  | { readonly kind: 'not-certain' }
  /** 409: the first of two equal forms is not finished. */
  | { readonly kind: 'still-working' }
  /** 503 on reading. */
  | { readonly kind: 'unavailable'; readonly retry: string }
  /** 404 for a wrong, expired or foreign manage link. */
  | {
      readonly kind: 'bad-link';
      /** The right one can be mailed again. */
      readonly isMailed: boolean;
    }
  /** 400: an address or a form that no page of ours makes. */
  | { readonly kind: 'malformed'; readonly back?: string | undefined }
  /** 409: the booking was cancelled or is over, so it cannot be changed. */
  | { readonly kind: 'closed'; readonly back: string }
  /** 409: the host keeps such changes to themselves by now. */
  | { readonly kind: 'too-late'; readonly text: string; readonly back: string }
  /** The answer to everybody who wants their links mailed. */
  | { readonly kind: 'find-sent' }
  /** Nothing can be mailed here. */
  | { readonly kind: 'find-no-mail' }
  /** 410, or 409 for a form: a link that books once did so, or ran out. */
  | { readonly kind: 'link-used' }
  /** Whoever asked for it gets no more reminders. */
  | { readonly kind: 'reminders-off' }
  /** 409: the host's other times are no longer held. */
  | { readonly kind: 'offer-gone'; readonly back: string }
  /** What another part of the product has to say. */
  | {
      readonly kind: 'said';
      readonly isGood: boolean;
      readonly title: string;
      readonly text: string;
    }
  /** 404: the `type` of no problem. */
  | { readonly kind: 'no-problem-type' }
  /** 500 */
  | { readonly kind: 'fault' };

export interface MessageWords {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly href: string; readonly label: string };
}

const words = (
  icon: IconName,
  [title, text]: readonly [string, string],
  action?: MessageWords['action'],
): MessageWords => ({ icon, title, text, ...(action ? { action } : {}) });

const tryAgain = (href: string): MessageWords['action'] => ({ href, label: say('page:tryAgain') });

function pausedWords(host: string, until: string | undefined): MessageWords {
  const text = until
    ? say('page:pausedUntil', { host, day: fullDayName(until) })
    : say('page:pausedOpen', { host });
  return words('pause', [say('page:paused'), text]);
}

function waitWords(seconds: number): string {
  return seconds > 90
    ? say('page:minutes', { count: Math.ceil(seconds / 60) })
    : say('page:seconds', { count: Math.max(1, Math.ceil(seconds)) });
}

/** Leads back to the meeting, as it stands. */
const backWords = (icon: IconName, key: 'closed' | 'offerGone', href: string): MessageWords =>
  words(icon, [say(`page:${key}`), say(`page:${key}Help`)], {
    href,
    label: say('page:showMeeting'),
  });

/** Messages that say the same to everybody and lead nowhere. */
const PLAIN = {
  unknown: ['alert', 'unknown'],
  'not-saved': ['alert', 'notSaved'],
  'not-certain': ['alert', 'notCertain'],
  'still-working': ['clock', 'stillWorking'],
  'find-sent': ['check', 'findSent'],
  'find-no-mail': ['alert', 'findNoMail'],
  'link-used': ['clock', 'linkUsed'],
  'reminders-off': ['check', 'remindersOff'],
  fault: ['alert', 'fault'],
} as const satisfies Partial<Record<Message['kind'], readonly [IconName, string]>>;

const isPlain = (kind: Message['kind']): kind is keyof typeof PLAIN => Object.hasOwn(PLAIN, kind);

/** The title, sentence and way out of each message. */
export function messageWords(message: Message): MessageWords {
  if (isPlain(message.kind)) {
    const [icon, key] = PLAIN[message.kind];
    return words(icon, [say(`page:${key}`), say(`page:${key}Help`)]);
  }
  switch (message.kind) {
    case 'off':
      return words('pause', [say('page:off'), say('page:offHelp', { host: message.hostName })]);
    case 'paused':
      return pausedWords(message.hostName, message.until);
    case 'calendar-unreadable':
      return words(
        'alert',
        [say('page:unreadable'), say('page:unreadableHelp', { host: message.hostName })],
        tryAgain(message.retry),
      );
    case 'too-many':
      return words('clock', [
        say('page:tooMany'),
        say('page:tooManyHelp', { wait: waitWords(message.retryAfterSeconds) }),
      ]);
    case 'unavailable':
      return words(
        'alert',
        [say('page:unavailable'), say('page:unavailableHelp')],
        tryAgain(message.retry),
      );
    case 'bad-link':
      return words(
        'alert',
        [say('page:badLink'), say('page:badLinkHelp')],
        message.isMailed ? { href: FIND_PATH, label: say('page:findLink') } : undefined,
      );
    case 'malformed':
      return words(
        'alert',
        [say('page:malformed'), say('page:malformedHelp')],
        message.back ? { href: message.back, label: say('page:startAgain') } : undefined,
      );
    case 'closed':
      return backWords('cross', 'closed', message.back);
    case 'too-late':
      return words('clock', [say('page:tooLate'), message.text], {
        href: message.back,
        label: say('page:showMeeting'),
      });
    case 'no-problem-type':
      return words('alert', [say('problemTypes:unknown'), say('problemTypes:unknownHelp')], {
        href: PROBLEMS_PATH,
        label: say('problemTypes:all'),
      });
    case 'said':
      return words(message.isGood ? 'check' : 'alert', [message.title, message.text]);
    case 'offer-gone':
      return backWords('clock', 'offerGone', message.back);
  }
}
