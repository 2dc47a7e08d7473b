/** A booking as a card showed it: an answer given by its button is an answer to that. */
export interface SeenBooking {
  readonly uid: string;
  /** Null on a button that does not say which state it was shown with. */
  readonly sequence: number | null;
}

/** The subject of a button: `7k2m9cabcdefghjkmnpq.3`. */
export const subjectOf = ({ uid, sequence }: SeenBooking): string =>
  sequence === null ? uid : `${uid}.${sequence}`;

/** The same back again, of whatever a button bears. */
export function seenBooking(subject: string): SeenBooking {
  const [, uid = subject, sequence = null] = /^([0-9a-z]+)\.(\d{1,9})$/.exec(subject) ?? [];
  return { uid, sequence: sequence === null ? null : Number(sequence) };
}
