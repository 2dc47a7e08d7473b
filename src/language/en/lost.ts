/** When a workspace takes the assistant out, and when it has it again. */
export const lost = {
  undeliverable: 'The app was removed from this workspace. Ask an admin there to install it again.',
  mail: {
    subject: 'Vis-à-vis was removed from {{place}}',
    preview: 'Nothing of yours is lost. What stands, and what you can do.',
    state: 'Removed',
    gone: 'The app was removed from {{place}}, so you hear of your bookings there no longer.',
    open: 'Your calendars stay open: you hear of each booking by mail, or where else your account is linked.',
    paused:
      'Your calendars there are paused, so that nobody books a time of which you would not hear.',
    attendees: 'Attendees go on getting their confirmations, reminders and changes by mail.',
    again:
      'To use it there again, ask an admin to install the app again. Nothing of yours is lost.',
    resume: 'Then resume your calendars with: $t(names:command.schedule) resume',
    calendar: 'Open',
    calendarPaused: 'Paused',
    footing: 'You get this mail because you are {{host}}, whose calendars were managed there.',
  },
  standing_zero: 'Nothing is booked with you ahead.',
  standing_one: 'Your one upcoming appointment stands.',
  standing_other: 'Your {{count}} upcoming appointments stand.',
  elsewhere: {
    title: 'I was removed from {{place}}',
    open: 'Your calendars stay open, and from now on I tell you of them here.',
  },
  regained: {
    title: 'I am back',
    paused_one: '“{{titles}}” was paused when I was removed here, and nobody could book it.',
    paused_other: '{{titles}} were paused when I was removed here, and nobody could book them.',
    again: 'When you are ready: $t(names:command.schedule) resume',
    resume: 'Resume {{title}}',
  },
} as const;
