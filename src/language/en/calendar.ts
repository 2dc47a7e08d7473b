/** A booking calendar as the assistant shows it. */
export const calendar = {
  saved: 'Saved: {{title}} ({{summary}}).',
  yourLink: 'Your booking link:',
  loopbackLink:
    'Only this machine can open that link. Set APP_URL to your https address before sharing.',
  nextTimes: 'Next free times:',
  nothingFree_one: 'Nothing free in the next day.',
  nothingFree_other: 'Nothing free in the next {{count}} days.',
  nothingFreeAtAll: 'Nothing free in the booking window.',
  shared: {
    title: 'Book a time: {{title}}',
    with: '{{duration}} with {{host}}',
    book: 'Book time',
  },
  next: {
    setUp: 'Set up',
    share: 'Share the link',
    settings: 'Change settings',
    hours: 'Change hours',
  },
  changeOne:
    'Change one like: $t(names:command.schedule) set duration 45. All of them: $t(names:command.schedule) help set',
  nothingConnected: 'No calendar is connected, so times you are busy elsewhere are still offered.',
  noAlerts:
    'Alerts: to {{host}} in direct messages. For a channel: $t(names:command.schedule) alerts add #bookings',
  alertsIn: 'Alerts: {{channels}}',
  setting: '{{name}}: {{value}}',
  names: {
    title: 'Title',
    description: 'Description',
    duration: 'Duration',
    hours: 'Hours',
    buffer: 'Breaks',
    'buffer-before': 'Break before',
    'buffer-after': 'Break after',
    timezone: 'Time zone',
    step: 'Starts every',
    offset: 'First start after',
    notice: 'Notice',
    window: 'Bookable',
    travel: 'Travel',
    limit: 'Limit',
    'one-at-a-time': 'One open booking each',
    cutoff: 'Changes by guests',
    reminders: 'Reminders',
    location: 'Where',
    questions: 'Questions',
    guests: 'Guests',
    consent: 'Consent',
    terms: 'Terms',
    approval: 'Approval',
    'after-booking': 'After booking',
    colour: 'Colour',
    'lock-zone': 'Zone locked',
    'embed-sites': 'Embedded by',
  },
  changed: '{{name}}: {{before}} → {{after}}',
  nothingChanged: 'All of that was set already, so nothing was changed.',
  unchanged: '{{name}}: {{value}}. That was set already, so nothing was changed.',
  undo: {
    button: 'Undo',
    undone: 'Undone.',
    notYours: 'That was more than ten minutes ago, or is not yours to undo.',
    done: 'That was undone already.',
    tooLate: 'That is more than ten minutes ago. Set it anew instead.',
    newer:
      'It was changed again since, so nothing was undone. Look at it with: $t(names:command.schedule) show',
    newerOff:
      'Those days or hours were changed again since, so nothing was undone. Look at them with: $t(names:command.schedule) off',
  },
  paused: 'Paused. Nobody can book “{{title}}” until you resume it.',
  pausedUntil: 'Paused. Nobody can book “{{title}}” until',
  resumed: '“{{title}}” takes bookings again.',
  notPaused: '“{{title}}” is not paused.',
  off: '“{{title}}” is switched off. Nobody can book it.',
  row: '{{mark}} {{number}}. {{title}} ({{slug}}) · {{state}}',
  stateOpen: 'open',
  statePaused: 'paused',
  stateOff: 'off',
  using: 'Commands now mean “{{title}}”.',
  delete: {
    undecided_one:
      'One appointment of “{{title}}” is ahead. Say what becomes of it: $t(names:command.schedule) calendar delete {{slug}} --bookings keep, or --bookings cancel',
    undecided_other:
      '{{count}} appointments of “{{title}}” are ahead. Say what becomes of them: $t(names:command.schedule) calendar delete {{slug}} --bookings keep, or --bookings cancel',
    sure: {
      none: 'Delete “{{title}}”? Its link stops working for good.',
      keep_one:
        'Delete “{{title}}”? Its link stops working for good; the appointment ahead takes place.',
      keep_other:
        'Delete “{{title}}”? Its link stops working for good; the {{count}} appointments ahead take place.',
      cancel_one:
        'Delete “{{title}}”? Its link stops working for good, and the appointment ahead is cancelled.',
      cancel_other:
        'Delete “{{title}}”? Its link stops working for good, and {{count}} appointments ahead are cancelled.',
    },
    left_one:
      'One appointment of “{{title}}” could not be cancelled now, so the calendar is not deleted yet; it takes no new bookings. Try again in a minute: $t(names:command.schedule) calendar delete {{slug}} --bookings cancel',
    left_other:
      '{{count}} appointments of “{{title}}” could not be cancelled now, so the calendar is not deleted yet; it takes no new bookings. Try again in a minute: $t(names:command.schedule) calendar delete {{slug}} --bookings cancel',
    done: 'Deleted “{{title}}”. Its link says that it takes no bookings any more.',
  },
  which: 'Say which calendar, like: --calendar {{first}}. There are: {{names}}.',
  noSuchCalendar: 'You have no calendar “{{name}}”. Yours: {{names}}.',
} as const;
