/** A meeting as a calendar in the web takes it. Instants are epoch milliseconds. */
export interface MeetingEntry {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** In words; null when no place was set. */
  readonly place: string | null;
}

/** Opens Google Calendar with the meeting filled in. The manage link stays out of it: others may read there. */
export function googleEntry({ title, start, end, place }: MeetingEntry): string {
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(start)}/${compact(end)}`,
    ...(place === null ? {} : { location: place }),
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}

/** The same in Outlook on the web. */
export function outlookEntry({ title, start, end, place }: MeetingEntry): string {
  const query = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: new Date(start).toISOString(),
    enddt: new Date(end).toISOString(),
    ...(place === null ? {} : { location: place }),
  });
  return `https://outlook.live.com/calendar/0/deeplink/compose?${query}`;
}

/** `20270202T090000Z`. */
const compact = (instant: number): string =>
  new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
