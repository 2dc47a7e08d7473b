const NAMED = /^<?[@#]([^|>\s,]+)(?:\|[^>]*)?>?$/;

/** The key in `<@U123|ada>` or `#bookings`, by which a platform's own way of choosing knows it. */
export const keyNamed = (text: string): string => NAMED.exec(text.trim())?.[1] ?? text;

/** A chosen person as a mention, which is nobody else: `@U123`. Nobody is an empty text. */
export const mentionOf = (key: string): string =>
  key === '' || /^[@<]/.test(key) ? key : `@${key}`;
