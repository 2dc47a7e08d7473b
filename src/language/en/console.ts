/** What only the console says. */
export const console = {
  channel: '{{channel}} ▸',
  edited: '{{channel}} ▸ (edited)',
  reply: '{{channel}} ▸ ↳',
  direct: '@{{person}} ▸',
  former: '~~{{time}}~~',
  button: '[{{number}}] {{label}}',
  choice: '{{number}}) {{label}}',
  noSuchChannel: '“{{name}}” cannot be a channel here. Name one like #bookings.',
  admins: '@{{person}}, whose terminal this is',
  noSuchPerson: '“{{name}}” cannot be a person here. Name one like @sam.',
  as: 'You are {{name}} now. Back with: /as {{former}}',
  asWhom: 'Say whom to act as, like: /as sam',
  noButton: 'There is no button {{number}} on the screen. Press one that is shown, like: /press 1',
  pressWhich: 'Say which button, by its number, like: /press 1',
  greeting: {
    firstTitle: 'First meeting',
    running: 'Vis-à-vis runs at {{url}}',
    link: 'People book “{{title}}” here:',
    loopback:
      'Only this machine can open that link. Set APP_URL to your https address before sharing.',
    setup:
      'Set up your own, here in the terminal: $t(names:command.schedule) setup (all commands: $t(names:command.schedule) help)',
    everyDay:
      'Your appointments: $t(names:command.schedule) bookings · settings: $t(names:command.schedule) show · all commands: $t(names:command.schedule) help',
    unheard: 'Nobody can type commands here. Start it with CONSOLE=1 to set up in the terminal.',
    example:
      'Or in one line: $t(names:command.schedule) setup --title "Intro call" --duration 30 --hours "mon-fri 09:00-17:00" --buffer-after 10 --timezone Europe/Berlin --alerts #bookings',
    slack: 'In Slack, type $t(names:command.schedule) setup to make a booking calendar there.',
    platforms:
      'Slack is connected by tokens in the environment (docs/slack.md says how); Discord is still to come.',
  },
} as const;
