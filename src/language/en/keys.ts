/** API keys in chat. */
export const keys = {
  defaultName: 'API key',
  made: 'Your key “{{name}}”. It is shown this once, so keep it now:',
  may: {
    read: 'It may read your bookings and calendars. Send it as: Authorization: Bearer <key>',
    write:
      'It may read and change your bookings and calendars. Send it as: Authorization: Bearer <key>',
    all: 'It may read and change your bookings and calendars, and manage keys. Send it as: Authorization: Bearer <key>',
  },
  docs: 'What it can do is described at',
  none: 'You have no API keys. Make one with: $t(names:command.schedule) account api-key',
  title: 'Your API keys',
  row: '{{number}}. {{name}} ({{scopes}}) · made {{made}} · {{used}}',
  used: 'last used {{date}}',
  unused: 'never used',
  revoked: 'Revoked “{{name}}”. Whatever used it is refused from now on.',
  unknown: 'You have no key “{{name}}”. See them with: $t(names:command.schedule) account keys',
  ambiguous: 'Several keys are called “{{name}}”. Give the number from the list.',
  sure: 'Revoke “{{name}}”? Whatever uses it stops working.',
} as const;
