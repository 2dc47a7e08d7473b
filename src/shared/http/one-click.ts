import { errorCodes, type FastifyRequest } from 'fastify';

/** Where mail programs end a subscription without showing a page (RFC 8058). */
export const ONE_CLICK_ROUTE = '/b/reminders-off';

export const FORM_OF_PARTS = 'multipart/form-data';

/** Mail programs send a form of parts, in which nothing is to be read; nobody else may send one. */
export function readNoParts(
  { routeOptions }: FastifyRequest,
  _body: Buffer,
  done: (error: Error | null, body?: unknown) => void,
): void {
  if (routeOptions.url === ONE_CLICK_ROUTE) done(null, {});
  else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(FORM_OF_PARTS));
}
