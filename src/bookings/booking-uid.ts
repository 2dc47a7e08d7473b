const UID = /^[0-9a-z]{20}$/;
const CODE = /^[0-9a-z]{3,20}$/;
const SHORT = 6;

/** Whether this text could be a booking's uid. PostgreSQL takes no text with NUL in it, and no uid has one. */
export const isUid = (text: string): boolean => UID.test(text);

/** Enough of a uid to type: unique among one host's bookings for all practical purposes. */
export const shortCode = (uid: string): string => uid.slice(0, SHORT);

/** Picks the bookings whose uid begins with this; null when nobody would type it as a code. */
export const ofCode = (code: string) =>
  CODE.test(code) ? { uid: { $like: `${code}%` }, status: { $ne: 'held' as const } } : null;
