/** The state of the whole, for admins. */
export const status = {
  title: 'State of Vis-à-vis',
  part: {
    product: 'Vis-à-vis',
    database: 'Database',
    jobs: 'Jobs',
    mail: 'Mail',
    chat: 'Chat',
    keys: 'API keys',
  },
  silent: '{{part}}: no answer within a few seconds.',
  age: {
    now: 'less than a minute',
    minutes_one: 'a minute',
    minutes_other: '{{count}} minutes',
    hours_one: 'an hour',
    hours_other: '{{count}} hours',
    days_one: 'a day',
    days_other: '{{count}} days',
  },
  product: 'Vis-à-vis {{version}} at {{url}}, running for {{age}}.',
  database: {
    ready: 'Database: takes bookings.',
    unreachable: 'Database: cannot be reached.',
    'read-only': 'Database: is read-only, so nothing can be booked.',
    'constraint-missing': 'Database: lacks booking_no_overlap, so nothing can be booked.',
    'migrations-missing': 'Database: lacks migrations, so nothing can be booked.',
    facts_one: 'PostgreSQL {{version}}, {{place}}; one migration applied, {{latest}} the latest.',
    facts_other:
      'PostgreSQL {{version}}, {{place}}; {{count}} migrations applied, {{latest}} the latest.',
    outside: 'on a server of yours',
    embedded: 'started by Vis-à-vis',
  },
  jobs: {
    idle: 'Jobs: none waits, and none was given up.',
    counts: 'Jobs: {{waiting}} waiting, {{retrying}} to be tried again, {{failed}} given up.',
    queue:
      'Queue {{queue}}: {{waiting}} waiting, {{retrying}} to be tried again, {{failed}} given up.',
    oldest: 'The oldest has waited for {{age}}.',
    stopped: 'Jobs: not running.',
  },
  mail: {
    sending: 'Mail: goes to {{server}}, from {{from}}.',
    keeping: 'Mail: no SMTP_URL is set, so each mail is kept as a file.',
    counts:
      'In the last day: {{handed}} handed over, {{kept}} kept, {{waiting}} waiting, {{refused}} refused.',
    refused: 'Last refused {{age}} ago.',
    delayed: 'Longest waiting for {{age}}.',
  },
  chat: {
    connected: 'Chat: connected to {{platforms}}.',
    none: 'Chat: connected to nothing.',
    refused: 'Chat: {{platform}} does not work. {{complaint}}',
    here: 'In this workspace: hosts {{hosts}}, booking calendars {{calendars}}, alert channels {{channels}}.',
    channel: '{{channel}}: the last card could not be posted, {{age}} ago.',
  },
  keys: 'API keys in this workspace: {{count}}.',
} as const;
