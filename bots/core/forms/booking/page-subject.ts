/** The two windows of a booking: when, and the rest. */
export type BookingPage = 'time' | 'details';

/** What a window of a booking is about. */
export interface PageSubject {
  /** Of the dialogue. */
  readonly id: string;
  readonly page: BookingPage;
}

export const subjectOf = ({ id, page }: PageSubject): string => `${id} ${page}`;

/** Null for what is no window of a booking, such as the button that opens one. */
export function pageIn(subject: string): PageSubject | null {
  const [, id, page] = /^(\w+) (time|details)$/.exec(subject) ?? [];
  if (id === undefined) return null;
  return { id, page: page === 'details' ? 'details' : 'time' };
}
