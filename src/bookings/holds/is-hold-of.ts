import type { Interval } from '../../slots/interval.js';
import type { Booking } from '../booking.entity.js';

/** Whether it is this very time of this calendar that is held. */
export const isHoldOf = (
  hold: Pick<Booking, 'calendarId' | 'startsAt' | 'endsAt'>,
  { calendarId, start, end }: Interval & { readonly calendarId: string },
): boolean =>
  hold.calendarId === calendarId &&
  hold.startsAt.getTime() === start &&
  hold.endsAt.getTime() === end;
