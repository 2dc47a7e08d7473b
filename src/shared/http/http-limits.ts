/** What a request may take, so that a slow or a huge one holds nobody up. Bytes and milliseconds. */
export const BODY_LIMIT = 64 * 1024;
export const HEADERS_TIMEOUT = 10_000;
export const REQUEST_TIMEOUT = 30_000;
/** The longest piece of a path that can mean something: a handle, a slug, a uid. */
export const LONGEST_PATH_PIECE = 200;
