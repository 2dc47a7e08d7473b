/** What is said when something a person wrote cannot be read, and what would work. */
export const words = {
  text: {
    broken: 'That text holds characters that cannot be stored. Please type it again.',
    tooLong: 'That text is too long: at most {{most}} characters fit.',
    empty: 'Please write something: that text is empty.',
  },
  email: {
    unreadable: 'That is not an e-mail address that mail can be sent to. Try name@example.com.',
  },
  phone: {
    unreadable: 'That is not a phone number that can be called. Try +49 30 123456.',
    noCountry: 'Start the phone number with + and the country code, like +49 30 123456.',
  },
  web: {
    notSecure: 'Give a whole link that starts with https://, like https://example.com/thanks.',
    unreadable: 'That is not a web address. Try https://example.com.',
  },
  time: {
    unreadable: "I can't read {{text}} as a time. Try 9:30, 9am or 17:00.",
    impossible: 'There is no time {{text}}. Hours go from 0:00 to 23:59; 24:00 only ends a day.',
  },
  weekday: {
    mon: 'Mon',
    tue: 'Tue',
    wed: 'Wed',
    thu: 'Thu',
    fri: 'Fri',
    sat: 'Sat',
    sun: 'Sun',
  },
  hours: {
    none: 'closed all week',
    nothing: 'No hours were given. Try mon-fri 09:00-12:00, 13:00-17:00.',
    tooLong: 'That is too long for weekly hours. Try mon-fri 09:00-12:00, 13:00-17:00.',
    noDays: 'Which days? Put them before the times, like mon-fri 09:00-17:00.',
    noTimes: 'At which times? Put them behind the days, like mon-fri 09:00-17:00 or sat closed.',
    noEnd: 'Until when, from {{text}}? Write both ends, like 09:00-17:00.',
    startsAtEnd: "Hours can't start at 24:00. For the start of the next day write 00:00.",
    empty: 'From {{time}} to {{time}} leaves no time. For hours round the clock write 00:00-24:00.',
    strange: "I can't read {{text}} in these hours. Try mon-fri 09:00-12:00, 13:00-17:00.",
    didYouMean: "I don't know {{text}} in these hours. Did you mean {{meant}}?",
    joined: 'Hours that overlap or touch were joined: {{hours}}.',
    pastMidnight:
      '{{start}}–{{end}} runs past midnight and ends at {{end}} the next day. Is that what you mean?',
    pastMidnightOr:
      '{{start}}–{{end}} runs past midnight and ends at {{end}} the next day. Is that what you mean? If not, write {{start}}-{{other}}.',
  },
  duration: {
    unreadable: "I can't read {{text}} as a length of time. Try 45, 45m, 1h30 or 1:30.",
    minutes: '{{minutes}} min',
    hours: '{{hours}} h',
    hoursAndMinutes: '{{hours}} h {{minutes}} min',
  },
  notice: {
    unreadable: "I can't read {{text}} as a notice. Try 4h, 90 min, 2 days or 1 week.",
    none: 'none',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    weeks_one: '{{count}} week',
    weeks_other: '{{count}} weeks',
    months_one: '{{count}} month',
    months_other: '{{count}} months',
  },
  limit: {
    day: '{{amount}} a day',
    week: '{{amount}} a week',
    month: '{{amount}} a month',
    unreadable: "I can't read {{text}} as a limit. Try 3 a day, 5 a week and 10h a month, or off.",
  },
  trip: {
    unreadable: "I can't read {{text}} as a trip. Try Asia/Tokyo 3-9 may, or off.",
  },
  date: {
    unreadable:
      "I can't read {{text}} as a date. Try 2026-12-24, 24 dec, tomorrow, next friday or 24 dec - 31 dec.",
    didYouMean: "I can't read {{text}}. Did you mean {{meant}}?",
    notReal: 'There is no day {{text}}. Try a date like 2026-12-24 or 24 dec.',
    unclear: '{{text}} can mean two days. Write it like 2026-12-24 or 24 dec.',
    backwards: '{{to}} comes before {{from}}. Give the earlier date first.',
    over: '{{dates}} is over already. Give a date that is still to come.',
    tooFar: '{{dates}} is more than five years away. Give a nearer date.',
  },
  when: {
    unreadable:
      "I can't read {{text}} as a date and a time. Try tomorrow 15:00 or 2026-12-24 10:00.",
    noTime: 'At what time on {{date}}? Try tomorrow 15:00 or 2026-12-24 10:00.',
    whoseTime:
      'Times are read by your own clocks. By others, name a place: tomorrow 15:00 in London.',
    skipped:
      '{{time}} on {{date}} does not exist in {{zone}}: clocks go forward over it. Try an hour later.',
    twice:
      '{{time}} on {{date}} occurs twice in {{zone}}. The first one (UTC{{early}}) was taken; for the other write {{other}}.',
  },
  until: {
    unreadable: "I can't read {{text}} as an end. Try until friday, 2 weeks or 24 dec 14:00.",
    over: '{{when}} is over already. Give a time that is still to come.',
  },
  zone: {
    empty: 'Which time zone? Name a city, like Europe/Berlin, berlin or new york.',
    unknown: 'There is no time zone {{text}}. Name a city, like Europe/Berlin, berlin or new york.',
    didYouMean: 'There is no time zone {{text}}. Did you mean {{zones}}?',
    letters: '{{text}} is only an offset and knows no summer time. Name a city, like {{example}}.',
    offset:
      '{{text}} is only an offset and knows no summer time. Name a city, like Europe/Berlin or America/New_York.',
  },
} as const;
