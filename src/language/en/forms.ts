/** The windows in which things are filled in. */
export const forms = {
  unknown: 'This form is from an earlier time. Give its command again.',
  submit: 'OK',
  save: 'Save',
  needed: 'This is needed.',
  about: 'For “{{title}}”.',
  orEmail: 'Or an e-mail address',
  meant: { label: 'Do you mean it?', yes: 'Yes, all the same' },
  setup: {
    title: 'New booking calendar',
    alerts: 'Booking alerts in',
    zone: 'Name a city, like Berlin or New York.',
  },
} as const;
