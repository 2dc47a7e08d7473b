import type { Attendee } from '../../bookings/booking.repository.js';
import { localeSchema, utmSchema } from '../../bookings/booking-request.schema.js';
import type { Query } from '../views/address.js';

interface FilledIn {
  readonly name: string;
  readonly email: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly carried: Query;
}

/** Who books; a language that is none is left out, since nobody typed it. */
export function attendeeOf({ name, email, timeZone, carried }: FilledIn): Attendee {
  const locale = localeSchema.safeParse(carried['lang']);
  return { name, email, timeZone, locale: locale.success ? locale.data : null };
}

/** Where a visit came from: `source`, of `utm_source`. What is empty or no campaign is left out. */
export function campaignOf(carried: Query): Record<string, string> {
  const fields = Object.entries(carried).flatMap(([name, value]) => {
    if (!name.startsWith('utm_')) return [];
    const field = utmSchema.safeParse({ [name.slice('utm_'.length)]: value });
    return field.success ? Object.entries(field.data).filter(([, text]) => text !== '') : [];
  });
  return Object.fromEntries(fields);
}
