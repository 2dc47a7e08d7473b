import type { ProblemName } from '../../shared/problem.js';

/** The pages to which the `type` of a problem leads. */
export const problemTypes = {
  title: 'What the API refuses',
  intro:
    'Whatever the API refuses comes as application/problem+json (RFC 9457). Its type leads to one of these pages; its detail says what is wrong this time.',
  status: 'Status: {{status}}',
  means: 'What it means',
  todo: 'What to do',
  all: 'All kinds of problems',
  unknown: 'There is no such kind of problem',
  unknownHelp: 'Check the address for a slip of the keyboard, or look through all kinds.',
  of: {
    malformed: {
      means:
        'The request could not be read: it is not JSON, or it holds a field that is not known, a value of another type, a time without its offset, or a time zone that does not exist.',
      todo: 'Correct what errors lists: each pointer names a value, each detail says what is expected. Sending the same again is refused again.',
    },
    unauthorized: {
      means: 'Nobody is known to be asking: no key or token came along, or one that does not work.',
      todo: 'Send the manage token of a booking, or a host’s API key, as Authorization: Bearer …, never in the address.',
    },
    forbidden: {
      means: 'Whoever asks is known, and may not do this.',
      todo: 'Use a key with the scope that detail names, or ask the host to do it.',
    },
    'not-found': {
      means:
        'There is nothing here, or not for whoever asks: wrong, expired and foreign tokens get this answer, too.',
      todo: 'Check the address and the token. A manage token works until 30 days after the meeting.',
    },
    'slot-taken': {
      means: 'Somebody else has the time, or holds it while they fill in a form.',
      todo: 'Offer one of alternatives, the three nearest free times, or read the free times again.',
    },
    'already-booked': {
      means:
        'On this calendar everybody has one booking at a time, and this address has one ahead.',
      todo: 'Move or cancel that one, by the link that came with it.',
    },
    'link-used': {
      means: 'The link books once, and it was used or has run out.',
      todo: 'Ask the host for a new link.',
    },
    'calendar-paused': {
      means: 'The host takes no bookings for now. Bookings that stand are not touched.',
      todo: 'Try again later; detail says until when, if the host has said so.',
    },
    'booking-closed': {
      means:
        'The booking was cancelled, declined or has expired, it is over, or it is too late for this change.',
      todo: 'Read the booking again. What can’t be changed here is between attendee and host.',
    },
    'booking-changed': {
      means: 'The booking is no longer what the request took it for.',
      todo: 'Read it again, look at its present time, and decide anew.',
    },
    'booking-not-begun': {
      means: 'Whether somebody came can’t be noted before the meeting.',
      todo: 'Send it again once the meeting has begun.',
    },
    'has-bookings': {
      means: 'The calendar has appointments ahead, and it was not said what becomes of them.',
      todo: 'Say it with ?bookings=keep or ?bookings=cancel; count says how many there are.',
    },
    'calendar-off': {
      means: 'The calendar is switched off or deleted.',
      todo: 'Ask the host for a new link.',
    },
    'precondition-failed': {
      means: 'If-Match names a state in which the calendar no longer is. Nothing was changed.',
      todo: 'Read it again, make your change to what it is now, and send that with the new ETag.',
    },
    'too-large': {
      means: 'The body of the request is larger than any that makes sense here.',
      todo: 'Shorten it; detail says how much is read.',
    },
    validation: {
      means: 'The request can be read, and some of its values can’t be used.',
      todo: 'Correct what errors lists: each pointer names a value, each detail says why it was refused.',
    },
    'slot-not-offered': {
      means:
        'The time is not offered: it is outside the hours, too soon, too far ahead, or against another rule, which reason names.',
      todo: 'Take one of alternatives, the three nearest free times, or one from the list of free times.',
    },
    'idempotency-conflict': {
      means:
        'The Idempotency-Key came with another request before (422), or the first request with it is not finished (409).',
      todo: 'For another request use another key. For the same one, send it again in a moment.',
    },
    'rate-limited': {
      means: 'More was asked for than is answered in this time. Nothing was changed.',
      todo: 'Wait for as many seconds as Retry-After says.',
    },
    fault: {
      means: 'Something went wrong here that should not have. It has been written down.',
      todo: 'Try again in a minute, with the same Idempotency-Key; then tell whoever runs this server.',
    },
    unavailable: {
      means:
        'The server can’t answer now: its database is away, or too many are waiting for the same host.',
      todo: 'Wait for as many seconds as Retry-After says and send it again. With an Idempotency-Key that is safe.',
    },
  } satisfies Record<ProblemName, { means: string; todo: string }>,
} as const;
