import { ALERT_DETAILS } from '../../../src/calendars/alerts/alert-options.js';
import { say } from '../../../src/language/say.js';
import { command, group, optional, type CommandEntry, type GroupEntry } from './command-entry.js';
import { channelArgument, yesFlag } from './shared-arguments.js';

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
        example: 'booked,cancelled',
      }),
      optional({
        name: 'detail',
        type: 'choice',
        summary: say('grammar:argument.detail'),
        choices: ALERT_DETAILS,
        example: 'first-name',
      }),
    ],
    flags: [yesFlag],
    examples: ['alerts add #bookings', 'alerts add #sales booked,cancelled first-name'],
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
