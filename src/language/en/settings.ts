/** The settings of a booking calendar: their names, their values in words, and what they refuse. */
export const settings = {
  none: 'none',
  duration: {
    range: 'A meeting lasts from 5 minutes to 24 hours, in whole minutes. Try 30 or 1h30.',
    tooMany: 'At most {{most}} lengths can be offered. Leave some out.',
    twice: 'One length is named twice. Name each once, like 15, 30, 60.',
    tooLongForHours:
      'A meeting of {{duration}} fits in none of the hours {{hours}}. Shorten it, or open longer hours.',
  },
  step: {
    withOffset: '{{increment}}, first {{offset}} after the opening',
    offsetStays:
      'The first start stays {{offset}} after the opening. To begin with the opening, say {{increment}} offset 0.',
    range: 'Start times are 5 minutes to 24 hours apart, in whole minutes. Try 15 or 30.',
  },
  offset: {
    range: 'The start offset is from 0 to 1,439 minutes, in whole minutes. Try 0 or 15.',
  },
  buffer: {
    range: 'A break lasts from 0 minutes to 24 hours, in whole minutes. Try 10 or 15m.',
    unreadable: "I can't read {{text}} as breaks. Try 10, or before 5 after 10.",
    after: '{{after}} after each meeting',
    before: '{{before}} before each meeting',
    both: '{{before}} before and {{after}} after each meeting',
  },
  notice: {
    range: 'Notice is at least 0 and at most one year. Try 4h, 2 days or none.',
    minutes: 'Read as minutes. For hours write {{amount}}h.',
  },
  approval: {
    automatic: 'automatic',
    host: 'by the host',
    effect:
      'A request keeps its time until you answer: for 48 hours without days off, and until 2 hours before the start at the latest. So nobody can ask less than 3 hours ahead.',
    malformed: 'Approval is automatic, or host.',
    unreadable: "I can't read {{text}} as a choice. Try on or off.",
  },
  window: {
    rolling_one: 'the next {{count}} day',
    rolling_other: 'the next {{count}} days',
    fixed: '{{from}} – {{to}}',
    unlimited: 'up to two years ahead',
    range: 'A window has from 1 to 731 days. Try 60 days, or unlimited for two years.',
    dates: 'A window from–to needs two real dates, the earlier first, at most two years apart.',
    unreadable:
      "I can't read {{text}} as a booking window. Try 60 days, 2026-12-01..2027-01-31 or unlimited.",
  },
  hours: {
    malformed:
      'Hours are weekdays 1 (Monday) to 7 with a start and an end as HH:mm that differ, such as 09:00 and 17:00.',
  },
  timezone: {
    malformed: 'A time zone is an IANA name such as Europe/Berlin.',
  },
  limit: {
    range:
      'A limit is from 1 to 1,000 meetings, or from 5 minutes to a month of them. Try 3 a day, or 5 a week and 10h a month.',
    tooShort:
      'A meeting of {{duration}} is longer than {{limit}} allows. Shorten it, or raise the limit.',
  },
  onOff: {
    on: 'on',
    off: 'off',
    malformed: 'This is either true or false.',
    unreadable: "I can't read {{text}}. Say on or off.",
  },
  cutoff: {
    whole: 'cancel {{cancel}}, move {{move}}, reason {{reason}}',
    start: 'until the start',
    until: 'until {{length}} before',
    never: 'never',
    reason: { none: 'not asked', optional: 'optional', required: 'required' },
    range: 'A cut-off is from 0 minutes to a year before the start, in whole minutes, or never.',
    unreadable:
      "I can't read {{text}} as a cut-off. Try 2h, cancel 2h, move never or reason required.",
  },
  reminders: {
    whole: 'attendee {{attendee}}, host {{host}}',
    before: '{{lengths}} before',
    off: 'off',
    range:
      'Reminders come from 5 minutes to 14 days before a meeting, at most three to attendees and three to the host. Try 24h, 1h host 10m.',
    unreadable:
      "I can't read {{text}} as reminders. Try 24h, 1h for attendees, host 10m for yourself, or host off.",
  },
  travel: {
    dates: 'A trip needs two real dates, the earlier first.',
    tooMany: 'At most {{most}} trips can be kept. End the ones that are over with: off',
  },
  colour: {
    malformed: 'A colour is written like #1d4ed8, or left empty.',
    unreadable: "I can't read {{text}} as a colour. Try #1d4ed8, or none.",
  },
  embedSites: {
    any: 'any site',
    malformed: 'A site is written like https://example.com or https://*.example.com.',
    tooMany: 'At most {{most}} sites can be named. For more, try: any',
    unreadable:
      "I can't read {{text}} as a site. Name the sites that may show your page, like example.com, *.example.org, or any.",
  },
  afterBooking: {
    malformed:
      'After booking comes the booking’s page, a text, or one https address to be sent to.',
    redirects:
      'Whoever books is sent there at once and does not see the page on which to move or cancel; the mail about the booking leads to it. While no mail server is set up, they see that page first, with a link to yours.',
  },
  guests: {
    range: 'An attendee can bring from 0 to 10 guests. Try 3, or none.',
    upTo: 'up to {{count}}',
    unreadable: "I can't read {{text}} as a number of guests. Try 3, or none.",
  },
  missing: {
    availability: 'hours',
    duration: 'a duration',
    buffers: 'breaks',
    timeZone: 'a time zone',
    sentence: 'Before there is a link, please set {{what}}.',
  },
  type: {
    onlyPersonal:
      'This makes personal booking calendars: one host, one guest at a time. To spread bookings over a team, give each person their own calendar and share their links.',
  },
  host: {
    onlyOne:
      '{{host}} is the host, and there is always exactly one. To hand over: {{command}} {{other}}',
  },
  backToBack: {
    many: 'Back-to-back guests can start {{starts}}.',
    one: 'With these hours, one guest fits in a day and can start {{starts}}.',
    none: 'With these hours, no guest fits.',
  },
} as const;
