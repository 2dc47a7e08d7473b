/** One setting, as its host sets it and as everybody else notices. Today is Monday, 1 February 2027. */
export interface RuleRow {
  readonly name: string;
  /** Commands that come before, without `/schedule`. */
  readonly lines?: readonly string[];
  /** Starts that somebody booked before. */
  readonly booked?: readonly string[];
  /** Without `/schedule`. */
  readonly command: string;
  /** Part of what it answers. */
  readonly answer: string;
  /** A start that is offered before the command and not after it, as `…Z`. */
  readonly gone: string;
  /** A start that is offered after it. */
  readonly stays: string;
  /** What somebody is told who wants the start that is gone. */
  readonly refused: { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
  readonly why: { readonly when: string; readonly says: string };
}

const notOffered = (reason: string) => ({ status: 422, body: { reason } });
const taken = { status: 409, body: { title: 'This time is taken' } };

/** Hours are Mon–Fri 09:00–17:00 in Berlin, which is 08:00–16:00 UTC; a break of 10 minutes after. */
export const RULES: readonly RuleRow[] = [
  {
    name: 'hours',
    command: 'hours set mon-fri 10:00-17:00',
    answer: 'Hours: Mon–Fri 09:00–17:00 → Mon–Fri 10:00–17:00',
    gone: '2027-02-02T08:00:00Z',
    stays: '2027-02-02T09:00:00Z',
    refused: notOffered('hours'),
    why: { when: '2027-02-02 09:00', says: 'outside your weekly hours' },
  },
  {
    name: 'time zone',
    command: 'set timezone Europe/London',
    answer: 'Time zone: Europe/Berlin → Europe/London',
    gone: '2027-02-02T08:00:00Z',
    stays: '2027-02-02T16:00:00Z',
    refused: notOffered('hours'),
    why: { when: '2027-02-02 08:00', says: 'outside your weekly hours' },
  },
  {
    name: 'travel time zone',
    command: 'set travel America/New_York 2 feb - 3 feb 2027',
    answer: 'Travel: none → America/New_York Tue 2 Feb 2027 – Wed 3 Feb 2027',
    gone: '2027-02-02T09:00:00Z',
    stays: '2027-02-02T21:00:00Z',
    refused: notOffered('hours'),
    why: { when: '2027-02-02T10:00+01:00', says: 'in America/New_York' },
  },
  {
    name: 'a day off',
    command: 'off add 2027-02-02 holiday',
    answer: 'Closed: Tue 2 Feb 2027.',
    gone: '2027-02-02T09:00:00Z',
    stays: '2027-02-03T09:00:00Z',
    refused: notOffered('override'),
    why: { when: '2027-02-02 10:00', says: 'that date is closed' },
  },
  {
    name: 'other hours on a date',
    command: 'off open 2027-02-02 13-15',
    answer: 'Open: Tue 2 Feb 2027, 13:00–15:00',
    gone: '2027-02-02T09:00:00Z',
    stays: '2027-02-02T12:00:00Z',
    refused: notOffered('override'),
    why: { when: '2027-02-02 10:00', says: 'that date has hours of its own' },
  },
  {
    name: 'a block',
    command: 'off add 2027-02-02 10-12 dentist',
    answer: 'Blocked: Tue 2 Feb 2027, 10:00–12:00 (Europe/Berlin).',
    gone: '2027-02-02T09:00:00Z',
    stays: '2027-02-02T11:00:00Z',
    refused: taken,
    why: { when: '2027-02-02 10:00', says: 'you blocked that time' },
  },
  {
    name: 'duration',
    command: 'set duration 60',
    answer: 'Duration: 30 min → 1 h',
    gone: '2027-02-02T15:30:00Z',
    stays: '2027-02-02T15:00:00Z',
    refused: notOffered('hours'),
    why: { when: '2027-02-02 16:30', says: 'outside your weekly hours' },
  },
  {
    name: 'step',
    command: 'set step 30',
    answer: 'Starts every: 15 min → 30 min',
    gone: '2027-02-02T09:15:00Z',
    stays: '2027-02-02T09:30:00Z',
    refused: notOffered('grid'),
    why: { when: '2027-02-02 10:15', says: 'between two of them' },
  },
  {
    name: 'offset',
    command: 'set step 30 offset 15',
    answer: 'Starts every: 15 min → 30 min, first 15 min after the opening',
    gone: '2027-02-02T09:00:00Z',
    stays: '2027-02-02T09:15:00Z',
    refused: notOffered('grid'),
    why: { when: '2027-02-02 10:00', says: 'between two of them' },
  },
  {
    name: 'buffer',
    booked: ['2027-02-02T09:00:00Z'],
    command: 'set buffer before 30 after 10',
    answer: 'Breaks: 10 min after each meeting → 30 min before and 10 min after each meeting',
    gone: '2027-02-02T09:45:00Z',
    stays: '2027-02-02T10:15:00Z',
    refused: taken,
    why: { when: '2027-02-02 10:45', says: 'the breaks round it are not' },
  },
  {
    name: 'notice',
    command: 'set notice 2 days',
    answer: 'Notice: 4 h → 2 days',
    gone: '2027-02-02T09:00:00Z',
    stays: '2027-02-03T09:00:00Z',
    refused: notOffered('notice'),
    why: { when: '2027-02-02 10:00', says: 'too soon' },
  },
  {
    name: 'rolling window',
    command: 'set window 7 days',
    answer: 'Bookable: the next 60 days → the next 7 days',
    gone: '2027-02-09T09:00:00Z',
    stays: '2027-02-08T09:00:00Z',
    refused: notOffered('window'),
    why: { when: '2027-02-09 10:00', says: 'outside the booking window' },
  },
  {
    name: 'fixed window',
    command: 'set window 2027-02-03..2027-02-05',
    answer: 'Bookable: the next 60 days → Wed 3 Feb 2027 – Fri 5 Feb 2027',
    gone: '2027-02-02T09:00:00Z',
    stays: '2027-02-05T09:00:00Z',
    refused: notOffered('window'),
    why: { when: '2027-02-02 10:00', says: 'outside the booking window' },
  },
  {
    name: 'limit of meetings a day',
    booked: ['2027-02-02T09:00:00Z'],
    command: 'set limit 1 a day',
    answer: 'Limit: none → 1 a day',
    gone: '2027-02-02T12:00:00Z',
    stays: '2027-02-03T09:00:00Z',
    refused: notOffered('limit'),
    why: { when: '2027-02-02 13:00', says: 'Limit: 1 a day' },
  },
  {
    name: 'limit of meetings a week',
    booked: ['2027-02-02T09:00:00Z'],
    command: 'set limit 1 a week',
    answer: 'Limit: none → 1 a week',
    gone: '2027-02-05T12:00:00Z',
    stays: '2027-02-08T09:00:00Z',
    refused: notOffered('limit'),
    why: { when: '2027-02-05 13:00', says: 'day, week or month is full' },
  },
  {
    name: 'limit of minutes a month',
    booked: ['2027-02-02T09:00:00Z'],
    command: 'set limit 45m a month',
    answer: 'Limit: none → 45 min a month',
    gone: '2027-02-26T09:00:00Z',
    stays: '2027-03-01T09:00:00Z',
    refused: notOffered('limit'),
    why: { when: '2027-02-26 10:00', says: 'day, week or month is full' },
  },
  {
    name: 'limit of meetings a month',
    booked: ['2027-02-02T09:00:00Z'],
    command: 'set limit 1 a month',
    answer: 'Limit: none → 1 a month',
    gone: '2027-02-26T09:00:00Z',
    stays: '2027-03-01T09:00:00Z',
    refused: notOffered('limit'),
    why: { when: '2027-02-26 10:00', says: 'day, week or month is full' },
  },
  {
    name: 'limit of minutes a day',
    booked: ['2027-02-02T09:00:00Z'],
    command: 'set limit 45m a day',
    answer: 'Limit: none → 45 min a day',
    gone: '2027-02-02T12:00:00Z',
    stays: '2027-02-03T09:00:00Z',
    refused: notOffered('limit'),
    why: { when: '2027-02-02 13:00', says: 'day, week or month is full' },
  },
  {
    name: 'limit of minutes a week',
    booked: ['2027-02-02T09:00:00Z'],
    command: 'set limit 45m a week',
    answer: 'Limit: none → 45 min a week',
    gone: '2027-02-05T12:00:00Z',
    stays: '2027-02-08T09:00:00Z',
    refused: notOffered('limit'),
    why: { when: '2027-02-05 13:00', says: 'day, week or month is full' },
  },
];
