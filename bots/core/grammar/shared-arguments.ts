import { say } from '../../../src/language/say.js';
import { type CommandEntry, optional, required } from './command-entry.js';

/** Arguments that several commands take. */
export const bookingArgument = required({
  name: 'booking',
  type: 'booking',
  summary: say('grammar:argument.booking'),
  example: '7k2m',
});

export const reasonArgument = optional({
  name: 'reason',
  type: 'text',
  summary: say('grammar:argument.reason'),
  example: '"I am ill"',
});

export const personArgument = required({
  name: 'person',
  type: 'person',
  summary: say('grammar:argument.person'),
  example: '@bob',
});

export const channelArgument = required({
  name: 'channel',
  type: 'channel',
  summary: say('grammar:argument.channel'),
  example: '#bookings',
});

export const datesArgument = required({
  name: 'dates',
  type: 'dates',
  summary: say('grammar:argument.dates'),
  example: '24 dec - 31 dec',
});

/** Answers a question beforehand, such as the one about hours past midnight. */
export const yesFlag = optional({
  name: 'yes',
  type: 'yes-no',
  summary: say('grammar:argument.yes'),
  example: 'yes',
});

/** A window asks whether, and why, unless that is said beforehand. */
export const cancelForm: Pick<CommandEntry, 'form' | 'opensForm'> = {
  form: 'cancel',
  opensForm: (given) => !given.has('yes') && /^\S{1,40}$/.test(given.get('booking') ?? ''),
};

export const topicArgument = (example: string) =>
  optional({ name: 'topic', type: 'text', summary: say('grammar:argument.topic'), example });

/** The new value of a setting that comes later. */
export const valueArgument = optional({
  name: 'value',
  type: 'text',
  summary: say('grammar:argument.value'),
  example: '3',
});

export const calendarArgument = required({
  name: 'calendar',
  type: 'calendar',
  summary: say('grammar:argument.calendar'),
  example: '2',
});
