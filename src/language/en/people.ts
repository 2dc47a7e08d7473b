/** Who may host, who acts for whom, and who can be booked. */
export const people = {
  named: {
    nobody: 'I know nobody here called {{name}}. Name people with an @, like @bob.',
    didYouMean:
      'Did you mean {{person}}, who is called {{name}}? Anybody can choose such a name, so write {{person}}.',
    nobodyOrAddress:
      '{{name}} is neither an e-mail address nor somebody I know here. Name a person with an @, like @bob, or an address, like bob@example.com.',
  },
  adminsOnly: 'Only admins may do that. Ask {{admins}}.',
  hosting: {
    refused: {
      here: 'You may not have booking calendars here. Ask {{admins}} for: $t(names:command.scheduleAdmin) hosts add @you',
      there:
        'You may not have booking calendars where this one is at home. Ask {{admins}} there for: $t(names:command.scheduleAdmin) hosts add @you',
    },
    anAdmin: 'an admin',
    refusedOther: '{{person}} may not have booking calendars here, so they cannot take yours.',
    added:
      '{{person}} may have booking calendars. They start with: $t(names:command.schedule) setup',
    everybodyMay: 'Everybody here may have booking calendars, but for those you removed by name.',
    onlyAdded:
      'From now on only admins and those you add by name may make booking calendars: $t(names:command.scheduleAdmin) hosts add @bob. Calendars that are there stay open.',
    removed: '{{person}} may no longer have booking calendars.',
    paused_zero: 'They have none.',
    paused_one:
      'Their calendar is paused: its link takes no bookings until they are added again and resume it.',
    paused_other:
      'Their {{count}} calendars are paused: the links take no bookings until they are added again and resume them.',
    standing_zero: 'Nothing is booked with them ahead.',
    standing_one: 'Their one upcoming appointment stands, and they can still move or cancel it.',
    standing_other:
      'Their {{count}} upcoming appointments stand, and they can still move or cancel them.',
    title: 'Who may have booking calendars',
    may: '{{person}} may',
    mayNot: '{{person}} may not',
    restMay: 'Everybody else may.',
    restMayNot: 'Nobody else may, but for admins.',
    restPlatform: 'Everybody else may, as nobody has restricted it.',
  },
  hostName: {
    is: 'People read “{{name}}” as your name. Another one: $t(names:command.schedule) account name Ada Lovelace',
    set: 'People read “{{name}}” as your name from now on. Your links stay what they are.',
  },
  listed: {
    yes: 'You are in the list of people who can be booked here.',
    no: 'You are no longer in the list of people. Whoever knows your name or your link can still book you.',
  },
  blocked: {
    added:
      'No more bookings from {{person}}. They are told only that it cannot be booked here; what they have booked stands.',
    removed: '{{person}} can book again.',
    absent: '{{person}} was not blocked.',
    none: 'You take bookings from everybody.',
    title: 'You take no bookings from',
    titleOf: '{{host}} takes no bookings from',
    forHost: 'That holds for all calendars of {{host}}.',
  },
  delegate: {
    self: 'You act for yourself already. Name somebody else.',
    added:
      '{{delegate}} may now list, move and cancel your bookings. It is shown as “{{name}} for {{host}}”.',
    told: 'You may now act on the bookings of {{host}}. See them with: $t(names:command.schedule) bookings',
    untold: '{{delegate}} could not be told, so tell them yourself.',
    removed: '{{delegate}} may no longer act on your bookings.',
    absent: '{{delegate}} was not a delegate of yours.',
    onlyBookings:
      'You act on the bookings of others. Their calendars, hours and days off are for them to set. See the bookings with: $t(names:command.schedule) bookings. For a calendar of your own: $t(names:command.schedule) setup',
    none: 'Nobody acts for you. Name somebody with: $t(names:command.schedule) calendar delegate add @eve',
    title: 'Who may act on your bookings',
  },
} as const;
