import { say } from '../../../src/language/say.js';

/** What a shortcut calls itself when somebody uses it. */
export const SHARE_LINK = 'share_link';
export const BOOK_TIME = 'book_time';
/** On a message: with whoever wrote it. */
export const BOOK_AUTHOR = 'book_author';

/** `global` ones stand in the menu of everything, `message` ones in that of each message. */
export const SHORTCUTS = [
  {
    type: 'global',
    callback_id: SHARE_LINK,
    name: say('slackApp:shortcut.shareLink'),
    description: say('slackApp:shortcut.shareLinkDescription'),
  },
  {
    type: 'global',
    callback_id: BOOK_TIME,
    name: say('slackApp:shortcut.bookTime'),
    description: say('slackApp:shortcut.bookTimeDescription'),
  },
  {
    type: 'message',
    callback_id: BOOK_AUTHOR,
    name: say('slackApp:shortcut.bookAuthor'),
    description: say('slackApp:shortcut.bookAuthorDescription'),
  },
] as const;
