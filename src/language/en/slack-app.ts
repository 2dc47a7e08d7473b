/** What Slack shows about the app itself, and what is said to whoever makes it. */
export const slackApp = {
  description: 'Booking links for one-to-one meetings, all within Slack.',
  longDescription:
    'Vis-à-vis gives you a booking link and shows only times at which you are free. People book by that link, by $t(names:command.book), or by writing to the app. Bookings appear in the channel you choose, with buttons to confirm, move or cancel them. Everything is set up in Slack, with $t(names:command.schedule). Support: {{support}}',
  noSupport: 'ask whoever runs it for you.',
  command: {
    book: 'Book time with somebody, and see, move or cancel your bookings',
    schedule: 'Set up your booking link, and answer the bookings you get',
    scheduleAdmin: 'Say who may have booking links, and see whether all works',
  },
  shortcut: {
    shareLink: 'Share my booking link',
    shareLinkDescription: 'Shows your booking link and its next free times, to share it',
    bookTime: 'Book time with someone',
    bookTimeDescription: 'Choose a person, a day and a time',
    bookAuthor: 'Book time with author',
    bookAuthorDescription: 'Choose a day and a time with whoever wrote this message',
  },
  howTo: {
    create:
      'Create the app with this manifest: open the link, choose a workspace, and press Create.',
    docs: 'What comes next: docs/slack.md',
    unknownMode: 'There is no such way to connect: {{mode}}. Say socket, http or many.',
    needsAddress:
      'Slack reaches only public https addresses, and APP_URL is {{url}}. Set APP_URL to yours, or leave out “{{mode}}”: Socket Mode needs no address.',
  },
} as const;
