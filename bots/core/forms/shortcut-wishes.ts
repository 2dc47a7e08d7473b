import { BOOK_WITH, BOOKING_FORM, SHARE_FORM } from './command-subject.js';
import type { FormWish } from './form.js';
import { mentionOf } from './named-key.js';

/** What a platform's own menus open, without a line or a button. */
export const SHARE_WISH: FormWish = { kind: SHARE_FORM, subject: '', values: {} };

/** It asks whom they want to meet. */
export const BOOK_ANYBODY: FormWish = { kind: BOOKING_FORM, subject: BOOK_WITH, values: {} };

/** With somebody whom the platform knows by this key. */
export const bookWith = (userKey: string): FormWish => ({
  ...BOOK_ANYBODY,
  values: { person: mentionOf(userKey) },
});
