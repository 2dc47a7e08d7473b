import { say } from '../../../src/language/say.js';
import { command, optional, type CommandEntry } from './command-entry.js';
import { durationFlag, timeZoneFlag } from './setting-arguments.js';
import {
  bookingArgument,
  cancelForm,
  personArgument,
  reasonArgument,
  topicArgument,
  yesFlag,
} from './shared-arguments.js';

const when = {
  type: 'wish',
  summary: say('grammar:argument.when'),
  example: 'tomorrow 15:00',
} as const;
const base = { top: 'book', who: 'anyone' } as const;

/** What an attendee does: booking, and their own bookings and data. */
export const bookCommands: readonly CommandEntry[] = [
  command({
    ...base,
    path: 'with',
    summary: say('grammar:book.with'),
    arguments: [
      personArgument,
      optional({ ...when, name: 'date', example: 'tomorrow afternoon' }),
      { ...durationFlag, summary: say('grammar:argument.length') },
      timeZoneFlag,
    ],
    examples: ['@ada tomorrow afternoon', 'with @ada'],
    form: 'booking',
  }),
  command({
    ...base,
    path: 'people',
    summary: say('grammar:book.people'),
    examples: ['people'],
  }),
  command({
    ...base,
    path: 'list',
    summary: say('grammar:book.list'),
    examples: ['list'],
  }),
  command({
    ...base,
    path: 'move',
    summary: say('grammar:book.move'),
    arguments: [bookingArgument, optional({ ...when, name: 'when' }), reasonArgument],
    examples: ['move 7k2m friday 11:00', 'move 7k2m'],
    form: 'booking',
  }),
  command({
    ...base,
    path: 'cancel',
    summary: say('grammar:book.cancel'),
    arguments: [bookingArgument, reasonArgument],
    flags: [yesFlag],
    examples: ['cancel 7k2m'],
    ...cancelForm,
  }),
  command({
    ...base,
    path: 'timezone',
    summary: say('grammar:book.timezone'),
    arguments: [{ ...timeZoneFlag, name: 'zone', isRequired: true }],
    examples: ['timezone Europe/Berlin'],
  }),
  command({
    ...base,
    path: 'export',
    summary: say('grammar:book.export'),
    examples: ['export'],
  }),
  command({
    ...base,
    path: 'forget',
    summary: say('grammar:book.forget'),
    examples: ['forget'],
  }),
  command({
    ...base,
    path: 'help',
    summary: say('grammar:book.help'),
    arguments: [topicArgument('cancel')],
    examples: ['help'],
  }),
];
