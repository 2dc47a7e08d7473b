/** Channels in which bookings are announced. */
export const alerts = {
  added: 'Bookings of “{{title}}” are announced in {{channel}}: {{options}}.',
  removed: 'No more alerts in {{channel}}.',
  absent: 'There were no alerts in {{channel}}.',
  none: 'Bookings of “{{title}}” are announced to the host in direct messages. For a channel: $t(names:command.schedule) alerts add #bookings',
  title: 'Bookings of “{{title}}” are announced in:',
  row: '• {{channel}}: {{options}}',
  options: '{{events}}; {{detail}}',
  everything: 'everything that happens',
  detail: {
    none: 'no names',
    'first-name': 'first names only',
    name: 'names',
    full: 'names, addresses, phone numbers, answers and notes',
  },
  noSuchEvent: "I don't know the event {{text}}. Use all, or some of {{events}}.",
  public:
    '{{channel}} is open to everybody here or shared with others, so its cards show first names only. For none, name or full: $t(names:command.schedule) alerts add {{channel}} --detail name',
  publicFull:
    '{{channel}} is open to everybody here or shared with others, and its cards would show addresses, phone numbers, answers and notes of attendees.',
  test: 'This is a test. Bookings of “{{title}}” will be announced here.',
  testPosted: 'Posted a test to {{channel}}.',
  testAbsent:
    'Bookings of “{{title}}” are not announced in {{channel}}. Add it with: $t(names:command.schedule) alerts add {{channel}}',
  away: '{{channel}} is on {{platform}}, which is not connected now.',
} as const;
