/** One host with accounts on several chat platforms. */
export const accounts = {
  code: {
    title: 'Link another account of yours',
    how_one: 'Type this in your other account within a minute:',
    how_other: 'Type this in your other account within {{count}} minutes:',
    line: '$t(names:command.schedule) account link {{code}}',
    secret:
      'It works once. Whoever types it can see and change everything of yours here, so give it to nobody.',
    present: 'Linked now: {{accounts}}',
    notHost:
      'You have no booking calendar here. To use the calendars of another account of yours, type there: $t(names:command.schedule) account link. Then type here the line that it shows.',
    tooMany: 'That was too often. Wait ten minutes and try again.',
  },
  name: '{{name}} ({{platform}})',
  linked:
    'Linked with {{account}}. The calendars and bookings are the same in both now. What happens to a booking is told where its calendar was made.',
  undo: 'To end this: $t(names:command.schedule) account unlink',
  told: '{{account}} is now linked with your account, and can see and change everything of yours. If that was not you: $t(names:command.schedule) account unlink {{platform}}',
  wrong: 'This code is wrong. Copy it from your other account: it looks like 7k2m-9cab-defg.',
  used: 'This code was used already. Get a new one in your other account: $t(names:command.schedule) account link',
  expired:
    'This code has expired. Get a new one in your other account: $t(names:command.schedule) account link',
  alreadyLinked: 'This account is linked with that one already.',
  sameWorkspace:
    'Your accounts must be in different places, and that host has an account here. To let somebody here act on your bookings: $t(names:command.schedule) calendar delegate add @eve',
  linkedElsewhere:
    'This account is linked with others already. End that first: $t(names:command.schedule) account unlink',
  hasOwn:
    'Not linked: this account has {{things}}, and two sets of calendars are not merged. Delete the calendars on one side ($t(names:command.schedule) calendar delete), cancel what is booked there and revoke its keys; then link again from that side.',
  hasPast_one:
    'This account had a calendar before, and its one past appointment would no longer be listed. Save it with: $t(names:command.schedule) account export. To link all the same: {{again}}',
  hasPast_other:
    'This account had calendars before, and {{count}} past appointments would no longer be listed. Save them with: $t(names:command.schedule) account export. To link all the same: {{again}}',
  things: {
    calendars_one: 'a calendar',
    calendars_other: '{{count}} calendars',
    ahead_one: 'an upcoming appointment',
    ahead_other: '{{count}} upcoming appointments',
    keys_one: 'an API key',
    keys_other: '{{count}} API keys',
  },
  unlink: {
    sure: 'Unlink {{account}}? It then has no calendars; everything stays with {{others}}.',
    done: '{{account}} is unlinked. Everything stays with {{others}}.',
    told: '{{account}} is unlinked. Everything stays with {{others}}.',
    only: 'This is your only account, so there is nothing to unlink. To close up: $t(names:command.schedule) calendar delete',
    unknown: 'You have no account “{{account}}”. Linked now: {{accounts}}',
    ambiguous: 'Several of your accounts are called that. Linked now: {{accounts}}',
  },
} as const;
