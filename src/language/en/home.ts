/** What a host or an attendee sees when they open the assistant. */
export const home = {
  broken: {
    title: 'Something needs you',
    channel:
      'No card has arrived in {{channel}} for {{age}}. Is the assistant still a member there?',
    test: 'Send a test',
  },
  start: {
    title: 'Set up in one minute',
    what: 'Say how long, on which days and between which times people can book you. You get a link to share, and every booking comes here.',
    button: 'Set up',
  },
  link: { open: 'See the page', share: 'Share', pause: 'Pause', resume: 'Take bookings again' },
  settings: { title: 'Settings', edit: 'Edit' },
  waiting: {
    title_one: 'One waits for you',
    title_other: '{{count}} wait for you',
    none: 'Nothing waits for your answer.',
    more: 'More of them: $t(names:command.schedule) bookings pending',
  },
  next: { title: 'Next', none: 'Nothing is booked.', all: 'All appointments' },
  own: { book: 'Book time' },
  hours: { title: 'Hours', edit: 'Edit' },
  off: { add: 'Add days off', remove: 'Remove {{what}}' },
  alerts: { title: 'Alerts', add: 'Add a channel', remove: 'Stop in {{channel}}' },
  calendars: { use: 'Use “{{title}}”', another: 'Another calendar' },
  help: {
    title: 'Help',
    host: 'Everything here can also be typed: $t(names:command.schedule) help',
    attendee: 'Everything here can also be typed: $t(names:command.book) help',
    support: 'Something does not work, or is not clear? Write to {{contact}}',
  },
} as const;
