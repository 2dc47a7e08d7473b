import { say } from '../../../src/language/say.js';
import { command, group, type CommandEntry, type GroupEntry } from './command-entry.js';
import { personArgument, topicArgument } from './shared-arguments.js';

const base = {
  top: 'scheduleAdmin',
  who: 'admin',
  later: say('grammar:later.admin'),
} as const;

export const hostsGroup: GroupEntry = group({
  top: 'scheduleAdmin',
  name: 'hosts',
  summary: say('grammar:admin.group'),
  alone: 'hosts list',
});

/** Who may have calendars, and the state of the whole. */
export const adminCommands: readonly CommandEntry[] = [
  command({
    ...base,
    path: 'hosts add',
    later: null,
    summary: say('grammar:admin.add'),
    arguments: [personArgument],
    examples: ['hosts add @bob', 'hosts add @everyone'],
  }),
  command({
    ...base,
    path: 'hosts remove',
    later: null,
    summary: say('grammar:admin.remove'),
    arguments: [personArgument],
    examples: ['hosts remove @bob', 'hosts remove @everyone'],
  }),
  command({
    ...base,
    path: 'hosts list',
    later: null,
    summary: say('grammar:admin.list'),
    examples: ['hosts list'],
  }),
  command({
    ...base,
    path: 'status',
    later: null,
    summary: say('grammar:admin.status'),
    examples: ['status'],
  }),
  command({ ...base, path: 'doctor', summary: say('grammar:admin.doctor'), examples: ['doctor'] }),
  command({
    ...base,
    path: 'help',
    who: 'anyone',
    later: null,
    summary: say('grammar:admin.help'),
    arguments: [topicArgument('hosts add')],
    examples: ['help'],
  }),
];
