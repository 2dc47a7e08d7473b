/** What the API says when it refuses: a title per kind of problem, and sentences that say what to do. */
export const problems = {
  title: {
    malformed: 'The request cannot be read',
    unauthorized: 'Sign in first',
    forbidden: 'Not allowed',
    'not-found': 'Not found',
    'slot-taken': 'This time is taken',
    'already-booked': 'You have a booking here already',
    'slot-not-offered': 'This time is not offered',
    'calendar-paused': 'Bookings are paused',
    'calendar-off': 'This calendar is switched off',
    'booking-closed': 'This booking can’t be changed any more',
    'booking-changed': 'This booking was changed meanwhile',
    'booking-not-begun': 'This meeting has not begun yet',
    'has-bookings': 'There are appointments ahead',
    'precondition-failed': 'This was changed meanwhile',
    'idempotency-conflict': 'This Idempotency-Key was used already',
    validation: 'Something needs your attention',
    'too-large': 'The request is too large',
    'rate-limited': 'Too many requests',
    unavailable: 'Not possible right now',
    fault: 'Something went wrong here',
  },

  malformed: 'Some values cannot be read. Correct what is listed in errors and send it again.',
  malformedBody: 'The body cannot be read. Send JSON, with Content-Type: application/json.',
  malformedAddress: 'The address cannot be read. Check it for stray or cut-off characters.',
  tooLarge: 'The request is larger than {{most}} kB. Shorten it and send it again.',
  tooSlow: 'The request did not arrive in time. Send it again.',
  validation: 'Correct what is listed in errors and send it again.',
  unauthorized: 'Send the booking’s manage token as: Authorization: Bearer <token>',
  unauthorizedRoute: 'Sign in to do this.',
  unauthorizedKey: 'Send an API key that works as: Authorization: Bearer <key>',
  keyScope: 'This key may not do that. Use a key with the scope “{{scope}}”.',
  keyScopes: 'A key can only make keys that may do no more than itself.',
  tooManyKeys: 'There are {{most}} keys already. Revoke one first.',
  noKey: 'There is no such key, or it was revoked already.',
  noBlock: 'There is no such block.',
  noOverride: 'This date has no hours of its own.',
  noAlert: 'There is no such alert.',
  platformAway: '{{platform}} is not connected, so its channels are not known. Try again later.',
  preconditionFailed: 'It was changed since you read it. Read it again and decide anew.',
  hasBookings_one:
    'One appointment is ahead. Say what becomes of it: ?bookings=keep or ?bookings=cancel',
  hasBookings_other:
    '{{count}} appointments are ahead. Say what becomes of them: ?bookings=keep or ?bookings=cancel',
  bookingsLeft_one:
    'One appointment could not be cancelled now, so the calendar is not deleted yet; it takes no new bookings. Send the request again.',
  bookingsLeft_other:
    '{{count}} appointments could not be cancelled now, so the calendar is not deleted yet; it takes no new bookings. Send the request again.',
  forbidden: 'This is not yours to change.',
  notFound: 'There is nothing here. Check the address for a slip of the keyboard.',
  noCalendar: 'There is no booking calendar here. Ask the person who gave you the link.',
  noBooking:
    'There is no booking here. The link may be incomplete, or older than 30 days after the meeting.',
  noReservation: 'No time is held under this name, or not by you.',
  tooManyHolds:
    'Enough times are held for people who are booking now. Book without a reservation, or try again in a few minutes.',
  notTaken: 'This booking can’t be taken here. Please contact {{host}} directly.',
  slotTaken: 'Somebody else has this time. The nearest free times are in alternatives.',
  slotTakenNoOther: 'Somebody else has this time, and no other is free near it.',
  alreadyBooked:
    'This address has a booking here that is still ahead. To move or cancel it, open the link that came with it.',
  calendarOff: 'This calendar takes no bookings any more. Ask the host for a new link.',
  calendarPaused: 'The host takes no bookings for now. Try again later.',
  calendarPausedUntil: 'The host takes no bookings until {{until}}.',
  bookingChanged: 'It was changed since you saw it. Look at its present time and decide again.',
  notBegun: 'Whether somebody came can be noted once the meeting has begun.',
  idempotencyConflict:
    'The same Idempotency-Key came with another request before. Use a new key for a new request.',
  idempotencyWaiting:
    'The first request with this Idempotency-Key is still being worked on. Send it again in a moment.',
  rateLimited_one: 'Too many requests. Try again in {{count}} second.',
  rateLimited_other: 'Too many requests. Try again in {{count}} seconds.',
  unavailable: 'I couldn’t save that. Nothing was changed. Try again in a minute.',
  uncertain: 'I couldn’t save that for certain. Sending the same again is safe.',
  unavailableRead: 'This can’t be answered right now. Try again in a minute.',
  fault: 'The fault is ours and has been written down. Try again in a minute.',

  closed: {
    cancelled: 'This booking was cancelled already.',
    declined: 'This booking was declined by the host.',
    expired: 'This booking expired before the host confirmed it.',
    answered: 'This booking waits for no answer.',
    over: 'This meeting has already begun, so it can’t be moved or cancelled any more.',
  },

  tooLate: {
    cancel:
      'This meeting could be cancelled here until {{length}} before its start. Ask your host to cancel it.',
    cancelNever: 'This meeting can’t be cancelled here. Ask your host to cancel it.',
    move: 'This meeting could be moved here until {{length}} before its start. Ask your host to move it.',
    moveNever: 'This meeting can’t be moved here. Ask your host to move it.',
  },

  notOffered: {
    hours: 'The host is not available at this time.',
    override: 'The host has other hours on this date.',
    grid: 'Meetings do not start at this minute. Choose one of the offered times.',
    notice: 'This time is too soon, or over already. Choose a later one.',
    window:
      'This time is outside the time in which bookings are taken. Choose one of the offered times.',
    limit: 'The host takes no more meetings in this period.',
  },

  field: {
    unknown: 'This field is not known here. Leave it out.',
    prototypeKey: 'No field may be called {{key}}. Leave it out.',
    missing: 'This field is missing.',
    wrongType: 'This has the wrong type: {{expected}} is expected.',
    unreadable: 'This value cannot be used here.',
    instant:
      'Write a time that exists, from 2000 to 2099, with its offset from UTC, like 2027-03-01T09:00:00+01:00.',
    dateOrInstant:
      'Write a date like 2027-03-01, or a time with its offset, like 2027-03-01T09:00:00+01:00.',
    timeZone: 'Write the name of a time zone, like Europe/Berlin.',
    locale: 'Write a language tag, like en or de-AT.',
    duration: 'Write a whole number of minutes, like 30.',
    rangeOrder: 'The end comes before the start.',
    rangeLength: 'At most {{most}} days can be asked for at once.',
    keyInAddress: 'An API key in an address ends up in logs. Send it in the Authorization header.',
    neededForLink: 'A booking calendar needs this before it gets its link.',
    cursor: 'This is no place in the list. Leave it out to begin anew.',
    limit: 'Write a whole number from 1 to {{most}}.',
    date: 'Write a date that exists, like 2027-03-01.',
    name: 'Write a name of at most {{most}} characters.',
    idempotencyKey: 'An Idempotency-Key has 1 to 255 printable ASCII characters.',
    answersUnknown: 'This calendar asks no such question. Leave it out.',
    reasonMissing: 'Say why: your host asks for a reason.',
    noGuests: 'This meeting is for one person, so guests cannot be added.',
    durationNotOffered: 'Meetings of this length are not offered. Offered: {{offered}} minutes.',
  },
} as const;
