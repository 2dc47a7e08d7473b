import { say } from '../../../src/language/say.js';
import { command, group, optional, type CommandEntry, type GroupEntry } from './command-entry.js';
import { channelArgument } from './shared-arguments.js';

const base = { top: 'schedule', who: 'host' } as const;

export const alertsGroup: GroupEntry = group({
  top: 'schedule',
  name: 'alerts',
  summary: say('grammar:alerts.group'),
  alone: 'alerts list',
  otherwise: 'alerts add',
});

/** Channels in which the cards of bookings are posted. */
export const alertsCommands: readonly CommandEntry[] = [
  command({
    ...base,
    path: 'alerts add',
    summary: say('grammar:alerts.add'),
    arguments: [
      channelArgument,
      optional({
        name: 'events',
        type: 'text',
        summary: say('grammar:argument.events'),
        example: 'all',
      }),
      optional({
        name: 'detail',
        type: 'choice',
        summary: say('grammar:argument.detail'),
        choices: ['first-name', 'name', 'full'],
        example: 'first-name',
      }),
    ],
    examples: ['alerts add #bookings'],
  }),
  command({
    ...base,
    path: 'alerts remove',
    summary: say('grammar:alerts.remove'),
    arguments: [channelArgument],
    examples: ['alerts remove #bookings'],
  }),
  command({
    ...base,
    path: 'alerts list',
    summary: say('grammar:alerts.list'),
    examples: ['alerts'],
  }),
  command({
    ...base,
    path: 'alerts test',
    summary: say('grammar:alerts.test'),
    arguments: [{ ...channelArgument, isRequired: false }],
    examples: ['alerts test'],
  }),
];
