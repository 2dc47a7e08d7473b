import { say } from '../../../src/language/say.js';
import {
  command,
  group,
  optional,
  whenUnfinished,
  type CommandEntry,
  type GroupEntry,
} from './command-entry.js';
import { hoursFlag } from './setting-arguments.js';
import { datesArgument, reasonArgument, yesFlag } from './shared-arguments.js';

const base = { top: 'schedule', who: 'host' } as const;

const times = optional({
  name: 'times',
  type: 'day-hours',
  summary: say('grammar:argument.times'),
  example: '9-12',
});

export const hoursGroups: readonly GroupEntry[] = [
  group({
    top: 'schedule',
    name: 'hours',
    summary: say('grammar:hours.group'),
    alone: 'hours list',
    otherwise: 'hours set',
  }),
  group({
    top: 'schedule',
    name: 'off',
    summary: say('grammar:off.group'),
    alone: 'off list',
    otherwise: 'off add',
  }),
];

/** When a host is open: weekly hours, and dates that differ from them. */
export const hoursCommands: readonly CommandEntry[] = [
  command({
    ...base,
    path: 'hours set',
    summary: say('grammar:hours.set'),
    arguments: [{ ...hoursFlag, isRequired: true }],
    flags: [yesFlag],
    examples: ['hours set mon-fri 09:00-12:00, 13:00-17:00', 'hours set sat closed'],
    ...{ form: 'hours', opensForm: whenUnfinished },
  }),
  command({
    ...base,
    path: 'hours clear',
    summary: say('grammar:hours.clear'),
    examples: ['hours clear'],
    hasShortForm: false,
  }),
  command({
    ...base,
    path: 'hours list',
    summary: say('grammar:hours.list'),
    examples: ['hours'],
  }),
  command({
    ...base,
    path: 'off add',
    summary: say('grammar:off.add'),
    arguments: [datesArgument, times, reasonArgument],
    examples: ['off add 24 dec - 31 dec', 'off add tomorrow 9-12 dentist'],
    ...{ form: 'off', opensForm: whenUnfinished },
  }),
  command({
    ...base,
    path: 'off open',
    summary: say('grammar:off.open'),
    arguments: [datesArgument, { ...times, isRequired: true }],
    flags: [yesFlag],
    examples: ['off open 2026-12-19 10-14'],
  }),
  command({
    ...base,
    path: 'off remove',
    summary: say('grammar:off.remove'),
    arguments: [datesArgument, times],
    examples: ['off remove 24 dec - 31 dec', 'off remove tomorrow 9-12'],
  }),
  command({
    ...base,
    path: 'off list',
    summary: say('grammar:off.list'),
    examples: ['off'],
  }),
];
