import { address, path, type Query } from './address.js';
import { instantText } from '../../language/time-words.js';

/** Where a booking calendar's page is, and what its links carry on (see carried-query). */
export interface CalendarPlace {
  readonly host: string;
  readonly slug: string;
  readonly carried: Query;
}

/** Where a booking's page is. The token stands in its links and in its forms' bodies, as `t`. */
export interface BookingPlace {
  readonly uid: string;
  readonly token: string;
  readonly carried: Query;
}

/** A plain GET form: its address and the fields it sends unseen. */
export interface FormTarget {
  readonly action: string;
  readonly hidden: Query;
}

/** A form that holds the time it sends, see `holdsOf`. */
export interface HoldTarget extends FormTarget {
  readonly holds?: string;
}

/** The links of a month of days and a day of times, wherever the chosen time leads. */
export interface PickerLinks {
  readonly month: (month: string) => string;
  readonly day: (date: string) => string;
  readonly time: (start: number) => string;
  /** Where a chosen time is sent instead, if choosing one does something: its field is `start`. */
  readonly timeForm?: HoldTarget;
  /** The same page with the 12 or 24 hour clock. */
  readonly hourCycle: (hours: '12' | '24', shown: Query) => string;
  /** The same page in another zone: the form adds `tz`. */
  readonly zoneForm: (shown: Query) => FormTarget;
}

const without = (query: Query, name: string): Query =>
  Object.fromEntries(Object.entries(query).filter(([field]) => field !== name));

/** The same place, its links pinned to the zone in which it is shown. */
export const inZone = <Place extends { readonly carried: Query }>(
  place: Place,
  zone: string,
): Place => ({ ...place, carried: { ...place.carried, tz: zone } });

/** The page opened at a day or month: `date` alone implies its month. */
function pickerLinks(page: string, timePage: string, kept: Query): PickerLinks {
  return {
    month: (month) => address(page, { month, ...kept }, '#month'),
    day: (date) => address(page, { date, ...kept }, '#times'),
    time: (start) => address(timePage, { start: instantText(start), ...kept }),
    hourCycle: (hours, shown) =>
      address(page, { ...shown, ...without(kept, 'h'), ...(hours === '12' ? { h: hours } : {}) }),
    zoneForm: (shown) => ({ action: page, hidden: { ...shown, ...without(kept, 'tz') } }),
  };
}

const calendarPath = ({ host, slug }: CalendarPlace): string => path(host, slug);

export const calendarLink = (place: CalendarPlace): string =>
  address(calendarPath(place), place.carried);

/** The same page for meetings of another length; `shown` is the day or month that stands open. */
export const durationLink = (place: CalendarPlace, minutes: number, shown: Query): string =>
  address(calendarPath(place), { ...shown, ...place.carried, duration: String(minutes) });

/** Back from the form to the times of the day. */
export const dayLink = (place: CalendarPlace, date: string): string =>
  address(calendarPath(place), { date, ...place.carried }, '#times');

export const bookingsPath = ({ host, slug }: CalendarPlace): string => path(host, slug, 'bookings');

/** The form for a time; a time that is chosen by POST is held meanwhile. */
const bookPath = ({ host, slug }: CalendarPlace): string => path(host, slug, 'book');

/** Where a form that is still being filled in says so, and keeps its time held. */
export const keepHoldPath = ({ host, slug }: CalendarPlace): string =>
  path(host, slug, 'book', 'hold');

/** Under what name a browser keeps what it holds, so that all its pages of one calendar know it. */
export const holdsOf = (place: CalendarPlace): string => calendarPath(place);

/** `pageHold` is the page's own secret, under which a time that is chosen on it is held. */
export const calendarLinks = (place: CalendarPlace, pageHold?: string): PickerLinks => ({
  ...pickerLinks(calendarPath(place), bookPath(place), place.carried),
  timeForm: {
    action: bookPath(place),
    hidden: { ...place.carried, ...(pageHold === undefined ? {} : { pageHold }) },
    holds: holdsOf(place),
  },
});

/** The form for a chosen time, with the name and secret of the hold if there is one. */
export const detailsLink = (place: CalendarPlace, start: number, hold: string | null): string =>
  address(bookPath(place), {
    start: instantText(start),
    ...without(place.carried, 'hold'),
    ...(hold === null ? {} : { hold }),
  });

const kept = ({ token, carried }: BookingPlace): Query => ({ ...carried, t: token });

/** The booking's own page: confirmation and management in one. */
export const manageLink = (place: BookingPlace): string =>
  address(path('b', place.uid), kept(place));

/** Where booking ends in a frame, see `embed`. */
export const doneLink = (place: BookingPlace): string =>
  address(path('b', place.uid, 'done'), kept(place));

export const reschedulePath = ({ uid }: BookingPlace): string => path('b', uid, 'reschedule');
export const cancelPath = ({ uid }: BookingPlace): string => path('b', uid, 'cancel');

/** Where the attendee answers what the host proposes. */
export const proposalPath = ({ uid }: BookingPlace): string => path('b', uid, 'proposal');

/** Where the attendee says that the present time suits them. */
export const keepPath = ({ uid }: BookingPlace): string => path('b', uid, 'keep');

/** Where the attendee takes back that they asked to move. */
export const withdrawMovePath = ({ uid }: BookingPlace): string => path('b', uid, 'withdraw-move');

export const rescheduleLink = (place: BookingPlace): string =>
  address(reschedulePath(place), kept(place));

export const cancelLink = (place: BookingPlace): string => address(cancelPath(place), kept(place));

/** For the attendee's own calendar. */
export const calendarFileLink = ({ uid, token }: BookingPlace): string =>
  address(path('b', uid, 'calendar.ics'), { t: token });

/** All kinds of problems that the API names. */
export const PROBLEMS_PATH = path('problems');

/** Mails somebody the links of their bookings. */
export const FIND_PATH = path('b', 'find');

/**
 * While moving, the chosen time stays on the same path: with `start` it asks, without it lists. A time
 * that is chosen by POST, which says so, is held while it asks.
 */
export const rescheduleLinks = (place: BookingPlace): PickerLinks => ({
  ...pickerLinks(reschedulePath(place), reschedulePath(place), kept(place)),
  timeForm: { action: reschedulePath(place), hidden: { ...kept(place), choose: '1' } },
});
