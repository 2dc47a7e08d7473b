/** The questions of the set-up. */
export const setup = {
  defaultTitle: 'Meeting with {{host}}',
  ask: {
    title: 'What do people book? [{{proposal}}]',
    duration: 'How long is a meeting? [{{proposal}}]',
    hours: 'When are you open? [{{proposal}}]',
    'buffer-after': 'How long a break after each meeting? [none]',
    timezone: 'In which time zone? [{{proposal}}]',
    whichZone: 'In which time zone? Name a city, like Berlin or New York.',
    location: 'Where do you meet? phone host calls, an address, a link … [{{proposal}}]',
    alerts: 'In which channel should bookings be announced? [none]',
  },
  mayStop: 'To leave at any time, say stop.',
  preview: 'This will be saved: {{title}} ({{summary}}).',
  save: 'Save it? Answer yes, or stop.',
  yesOrStop: 'Answer yes to save it, or stop to leave everything as it was.',
  answered: 'That was answered already.',
  stopped: 'Stopped. Nothing was saved.',
} as const;
