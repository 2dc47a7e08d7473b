/** What somebody wants to end: their booking, as its host or as whoever booked it. */
export interface CancelSubject {
  readonly verb: 'cancel' | 'decline' | 'cancel-mine';
  /** As its button bears it. */
  readonly booking: string;
  /** When it started as the form showed it (epoch milliseconds); null before. */
  readonly start: number | null;
}

/** `cancel 7k2m9cabcdefghjkmnpq 1801562400000`. */
export const cancelSubject = ({ verb, booking, start }: CancelSubject): string =>
  [verb, booking, ...(start === null ? [] : [start])].join(' ');

export function readCancelSubject(subject: string): CancelSubject {
  const [word = '', booking = '', start] = subject.split(' ');
  const verb = word === 'decline' || word === 'cancel-mine' ? word : 'cancel';
  return { verb, booking, start: start === undefined ? null : Number(start) };
}
