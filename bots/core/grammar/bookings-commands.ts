import { say } from '../../../src/language/say.js';
import {
  command,
  group,
  optional,
  required,
  unlessGiven,
  type CommandEntry,
  type GroupEntry,
} from './command-entry.js';
import {
  bookingArgument,
  calendarArgument,
  cancelForm,
  personArgument,
  reasonArgument,
  yesFlag,
} from './shared-arguments.js';

const base = { top: 'schedule', who: 'host' } as const;
const later = say('grammar:later.bookings');

const whenArgument = required({
  name: 'when',
  type: 'when',
  summary: say('grammar:argument.when'),
  example: 'tomorrow 15:00',
});

const personOrEmail = {
  ...personArgument,
  ...{ summary: say('grammar:argument.personOrEmail'), mayBeEmail: true },
};

export const bookingsGroup: GroupEntry = group({
  top: 'schedule',
  name: 'bookings',
  summary: say('grammar:bookings.group'),
  alone: 'bookings list',
  otherwise: 'bookings list',
});

/** The appointment list, and what a host does with one booking. */
export const bookingsCommands: readonly CommandEntry[] = [
  command({
    ...base,
    path: 'bookings list',
    summary: say('grammar:bookings.list'),
    arguments: [
      optional({
        name: 'list',
        type: 'choice',
        summary: say('grammar:argument.list'),
        choices: ['upcoming', 'pending', 'past', 'cancelled', 'all', 'outside'],
        example: 'past',
      }),
      optional({
        name: 'page',
        type: 'integer',
        summary: say('grammar:argument.number'),
        example: '2',
      }),
    ],
    examples: ['bookings', 'bookings cancelled'],
  }),
  command({
    ...base,
    path: 'bookings show',
    summary: say('grammar:bookings.show'),
    arguments: [bookingArgument],
    examples: ['bookings show 7k2m'],
  }),
  command({
    ...base,
    path: 'bookings confirm',
    summary: say('grammar:bookings.confirm'),
    arguments: [bookingArgument],
    examples: ['bookings confirm 7k2m'],
  }),
  command({
    ...base,
    path: 'bookings decline',
    summary: say('grammar:bookings.decline'),
    arguments: [bookingArgument, reasonArgument],
    examples: ['bookings decline 7k2m'],
  }),
  command({
    ...base,
    path: 'bookings propose',
    summary: say('grammar:bookings.propose'),
    arguments: [bookingArgument, { ...whenArgument, isRequired: false }],
    examples: ['bookings propose 7k2m tomorrow 15:00, friday 10:00'],
    ...{ form: 'other-time', opensForm: unlessGiven(['when']) },
  }),
  command({
    ...base,
    path: 'bookings move',
    summary: say('grammar:bookings.move'),
    arguments: [bookingArgument, { ...whenArgument, isRequired: false }, reasonArgument],
    examples: ['bookings move 7k2m tomorrow 15:00'],
    ...{ form: 'other-time', opensForm: unlessGiven(['when']) },
  }),
  command({
    ...base,
    path: 'bookings cancel',
    summary: say('grammar:bookings.cancel'),
    arguments: [bookingArgument, reasonArgument],
    flags: [yesFlag],
    examples: ['bookings cancel 7k2m I am ill'],
    ...cancelForm,
  }),
  command({
    ...base,
    path: 'bookings add',
    summary: say('grammar:bookings.add'),
    arguments: [personOrEmail, whenArgument],
    flags: [{ ...calendarArgument, isRequired: false }],
    examples: ['bookings add bob@example.com tomorrow 15:00'],
  }),
  command({
    ...base,
    path: 'bookings attendance',
    summary: say('grammar:bookings.attendance'),
    arguments: [
      { ...bookingArgument, isRequired: false },
      optional({
        name: 'came',
        type: 'choice',
        summary: say('grammar:argument.came'),
        choices: ['yes', 'no'],
        example: 'no',
      }),
    ],
    examples: ['bookings attendance', 'bookings attendance 7k2m no'],
  }),
  command({
    ...base,
    path: 'bookings block-person',
    summary: say('grammar:bookings.block-person'),
    arguments: [personOrEmail],
    flags: [{ ...calendarArgument, isRequired: false }],
    examples: ['bookings block-person spam@example.com'],
  }),
  command({
    ...base,
    path: 'bookings unblock-person',
    summary: say('grammar:bookings.unblock-person'),
    arguments: [personOrEmail],
    flags: [{ ...calendarArgument, isRequired: false }],
    examples: ['bookings unblock-person spam@example.com'],
  }),
  command({
    ...base,
    path: 'bookings blocked',
    summary: say('grammar:bookings.blocked'),
    examples: ['bookings blocked'],
  }),
  command({
    ...base,
    path: 'bookings receipts',
    summary: say('grammar:bookings.receipts'),
    arguments: [bookingArgument],
    examples: ['bookings receipts 7k2m'],
  }),
  command({
    ...base,
    path: 'bookings stats',
    summary: say('grammar:bookings.stats'),
    examples: ['bookings stats'],
    later,
  }),
];
