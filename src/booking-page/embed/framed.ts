import type { FastifyRequest } from 'fastify';
import type { CalendarSettings } from '../../calendars/settings/calendar-settings.js';
import type { PageAnswer } from '../page-answer.js';

/** All that may ever stand in a frame: the way to a booking, and the facts of it at its end. */
const FRAMEABLE: ReadonlySet<string> = new Set([
  '/:host/:slug',
  '/:host/:slug/book',
  '/:host/:slug/bookings',
  '/b/:uid/done',
]);

/** By http or https; a file or a program is no site. */
const ANY_SITE = ['http:', 'https:'];

type Asked = Pick<FastifyRequest, 'query' | 'body' | 'routeOptions'>;

/**
 * `embed` of a page that is asked for to stand in another site, by its address or by the form in it:
 * the origin of that site, empty when it is not said. Undefined for every other page.
 */
export function embedOf({ query, body, routeOptions }: Asked): string | undefined {
  if (!FRAMEABLE.has(routeOptions.url ?? '')) return undefined;
  return [query, body].map(embedIn).find((embed) => embed !== undefined);
}

/** Lets the sites that a calendar names, or any, show the page in a frame if that was asked for. */
export function framed(
  answer: PageAnswer,
  asked: Asked,
  { embedSites }: Pick<CalendarSettings, 'embedSites'> = { embedSites: [] },
): PageAnswer {
  if (answer.kind === 'redirect' || embedOf(asked) === undefined) return answer;
  return { ...answer, framedBy: embedSites.length === 0 ? ANY_SITE : embedSites };
}

function embedIn(sent: unknown): string | undefined {
  if (typeof sent !== 'object' || sent === null || !('embed' in sent)) return undefined;
  return typeof sent.embed === 'string' ? sent.embed : '';
}
