/** How often something may be done. */
export interface RateLimit {
  readonly times: number;
  readonly perSeconds: number;
}

/**
 * Every limit on how often something is done over HTTP, by attendees in chat, and where chat could try
 * secrets out; a host in chat, who acts by hand on what is theirs, is not counted. `address` is an IPv4
 * address or the /64 network of an IPv6 address. What failed is given back where a limit counts
 * bookings, so that nobody is locked out by being late for a popular time.
 */
export const RATE_LIMITS = {
  /** Style, script and icons, per address. */
  files: { times: 300, perSeconds: 60 },
  /** Reading free times, per address. */
  slots: { times: 60, perSeconds: 60 },
  /** Times taken to fill in a form, per address. */
  hold: { times: 10, perSeconds: 60 },
  /** Holds made to last longer while somebody types, per address. */
  keepHold: { times: 30, perSeconds: 60 },
  /** Every request to book, whatever comes of it, per address. */
  bookingAttempt: { times: 30, perSeconds: 600 },
  /** Bookings made, per address. */
  bookingByAddress: { times: 5, perSeconds: 600 },
  /** Bookings made, per e-mail address of the attendee. */
  bookingByEmail: { times: 3, perSeconds: 3_600 },
  /** Bookings made, per host. */
  bookingOfHost: { times: 30, perSeconds: 3_600 },
  /** Requests to move or cancel, whatever comes of them, per booking. */
  bookingChange: { times: 20, perSeconds: 600 },
  /** Everything that a program does with one API key. */
  apiKey: { times: 300, perSeconds: 60 },
  /** Requests to have one's links mailed, per address. */
  findLinks: { times: 5, perSeconds: 900 },
  /** Codes that link two accounts, shown or tried, per account. */
  accountCode: { times: 10, perSeconds: 600 },
  /** Manage tokens that fit no booking and keys that do not exist, per address. */
  badToken: { times: 10, perSeconds: 60 },
  /** Commands and messages to the assistant, per person. */
  chatWords: { times: 20, perSeconds: 60 },
  /** Presses and forms handed in, per person who takes no bookings. */
  chatPresses: { times: 40, perSeconds: 60 },
  /** Being told in chat to slow down, per person. */
  chatNotice: { times: 1, perSeconds: 60 },
} as const satisfies Record<string, RateLimit>;

export type RateLimitedAction = keyof typeof RATE_LIMITS;
