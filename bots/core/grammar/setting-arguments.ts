import { QUESTION_KINDS } from '../../../src/calendars/questions/question.js';
import { say } from '../../../src/language/say.js';
import { optional, unlessGiven } from './command-entry.js';

/** The settings of a booking calendar, as flags of its form and as arguments of `set`. */
export const titleFlag = optional({
  name: 'title',
  type: 'text',
  summary: say('grammar:argument.title'),
  example: '"Intro call"',
});

export const durationFlag = optional({
  name: 'duration',
  type: 'duration',
  summary: say('grammar:argument.duration'),
  example: '30',
});

export const hoursFlag = optional({
  name: 'hours',
  type: 'hours',
  summary: say('grammar:argument.hours'),
  example: '"mon-fri 09:00-17:00"',
});

export const bufferFlag = optional({
  name: 'buffer',
  type: 'text',
  summary: say('grammar:argument.buffer'),
  example: '"before 5 after 10"',
});

const bufferBeforeFlag = optional({
  name: 'buffer-before',
  type: 'duration',
  summary: say('grammar:argument.before'),
  example: '5',
});

const bufferAfterFlag = optional({
  name: 'buffer-after',
  type: 'duration',
  summary: say('grammar:argument.after'),
  example: '10',
});

export const timeZoneFlag = optional({
  name: 'timezone',
  type: 'time-zone',
  summary: say('grammar:argument.timezone'),
  example: 'Europe/Berlin',
});

export const stepFlag = optional({
  name: 'step',
  type: 'duration',
  summary: say('grammar:argument.step'),
  example: '15',
});

export const noticeFlag = optional({
  name: 'notice',
  type: 'duration',
  summary: say('grammar:argument.notice'),
  example: '4h',
});

export const windowFlag = optional({
  name: 'window',
  type: 'text',
  summary: say('grammar:argument.window'),
  example: '"60 days"',
});

export const locationFlag = optional({
  name: 'location',
  type: 'text',
  summary: say('grammar:argument.location'),
  example: '"phone host calls"',
});

export const guestsArgument = optional({
  name: 'guests',
  type: 'text',
  summary: say('grammar:argument.guests'),
  example: '3',
});

export const consentArgument = optional({
  name: 'consent',
  type: 'text',
  summary: say('grammar:argument.consent'),
  example: '"I agree that the call is recorded"',
});

export const termsArgument = optional({
  name: 'terms',
  type: 'text',
  summary: say('grammar:argument.terms'),
  example: 'https://example.com/terms',
});

export const afterBookingArgument = optional({
  name: 'after-booking',
  type: 'text',
  summary: say('grammar:argument.afterBooking'),
  example: 'https://example.com/thanks',
});

export const embedSitesArgument = optional({
  name: 'embed-sites',
  type: 'text',
  summary: say('grammar:argument.embedSites'),
  example: 'example.com, *.example.org',
});

export const colourArgument = optional({
  name: 'colour',
  type: 'text',
  summary: say('grammar:argument.colour'),
  example: '#1d4ed8',
});

/** In text the question takes the rest of the line: `add "Company" text required`. */
export const questionArguments = [
  optional({
    name: 'do',
    type: 'choice',
    summary: say('grammar:argument.questionVerb'),
    choices: ['add', 'list', 'edit', 'remove', 'move'],
    example: 'add',
  }),
  optional({
    name: 'question',
    type: 'text',
    summary: say('grammar:argument.question'),
    example: '"Company" text required',
  }),
];

export const questionFlags = [
  optional({
    name: 'type',
    type: 'choice',
    summary: say('grammar:argument.questionType'),
    choices: QUESTION_KINDS,
    example: 'text',
  }),
  optional({
    name: 'options',
    type: 'text',
    summary: say('grammar:argument.questionOptions'),
    example: '"Sales|Support"',
  }),
  optional({
    name: 'required',
    type: 'yes-no',
    summary: say('grammar:argument.questionRequired'),
    example: 'yes',
  }),
];

export const approvalFlag = optional({
  name: 'approval',
  type: 'choice',
  summary: say('grammar:argument.approval'),
  choices: ['on', 'off'],
  example: 'on',
});

export const descriptionFlag = optional({
  name: 'description',
  type: 'text',
  summary: say('grammar:argument.description'),
  example: '"Half an hour to get to know each other"',
});

const alertsFlag = optional({
  name: 'alerts',
  type: 'channel',
  summary: say('grammar:argument.alerts'),
  example: '#bookings',
});

export const travelArgument = optional({
  name: 'travel',
  type: 'text',
  summary: say('grammar:argument.travel'),
  example: 'Asia/Tokyo 3-9 may',
});

export const limitArgument = optional({
  name: 'limit',
  type: 'text',
  summary: say('grammar:argument.limit'),
  example: '3 a day',
});

export const cutoffArgument = optional({
  name: 'cutoff',
  type: 'text',
  summary: say('grammar:argument.cutoff'),
  example: 'cancel 2h',
});

export const remindersArgument = optional({
  name: 'reminders',
  type: 'text',
  summary: say('grammar:argument.reminders'),
  example: '"24h, 1h host 10m"',
});

/** For a setting that is on or off. */
export const onOffArgument = (name: string) =>
  optional({ name, type: 'text', summary: say('grammar:argument.onOff'), example: 'on' });

/** The only kind of booking calendar there is. */
export const typeArgument = optional({
  name: 'type',
  type: 'text',
  summary: say('grammar:argument.type'),
  example: 'personal',
});

/** Every field of the form that makes a booking calendar. */
export const setupFlags = [
  titleFlag,
  durationFlag,
  hoursFlag,
  bufferBeforeFlag,
  bufferAfterFlag,
  timeZoneFlag,
  alertsFlag,
  stepFlag,
  noticeFlag,
  windowFlag,
  locationFlag,
  descriptionFlag,
];

/** Without these there is no link: whoever says them all needs no window. */
export const setupForm = {
  form: 'setup',
  opensForm: unlessGiven(
    ['duration'],
    ['hours'],
    ['buffer', 'buffer-before', 'buffer-after'],
    ['timezone'],
  ),
} as const;
