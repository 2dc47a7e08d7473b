import { say } from '../../../src/language/say.js';
import {
  command,
  group,
  optional,
  required,
  type CommandEntry,
  type GroupEntry,
} from './command-entry.js';
import { bufferFlag, setupFlags, setupForm, typeArgument } from './setting-arguments.js';
import { calendarArgument, personArgument, yesFlag } from './shared-arguments.js';

const base = { top: 'schedule', who: 'host' } as const;
const account = { ...base, later: say('grammar:later.account') } as const;

const verbArgument = required({
  name: 'do',
  type: 'choice',
  summary: say('grammar:argument.verb'),
  choices: ['add', 'remove', 'list'],
  example: 'add',
});

export const calendarGroups: readonly GroupEntry[] = [
  group({
    top: 'schedule',
    name: 'calendar',
    summary: say('grammar:calendar.group'),
    alone: 'calendar list',
  }),
  group({ top: 'schedule', name: 'account', summary: say('grammar:account.group') }),
];

/** Several booking calendars of one host, and what belongs to the host's account. */
export const calendarCommands: readonly CommandEntry[] = [
  command({
    ...base,
    path: 'calendar new',
    summary: say('grammar:calendar.new'),
    arguments: [typeArgument],
    flags: [...setupFlags, bufferFlag, yesFlag],
    ...setupForm,
    examples: ['calendar new personal', 'calendar new --title "Intro call"'],
  }),
  command({
    ...base,
    path: 'calendar use',
    summary: say('grammar:calendar.use'),
    arguments: [calendarArgument],
    examples: ['calendar use 2'],
  }),
  command({
    ...base,
    path: 'calendar list',
    summary: say('grammar:calendar.list'),
    examples: ['calendar'],
  }),
  command({
    ...base,
    path: 'calendar delete',
    summary: say('grammar:calendar.delete'),
    arguments: [calendarArgument],
    flags: [
      optional({
        name: 'bookings',
        type: 'choice',
        summary: say('grammar:argument.bookingsAhead'),
        choices: ['keep', 'cancel'],
        example: 'keep',
      }),
      yesFlag,
    ],
    examples: ['calendar delete 2', 'calendar delete 2 --bookings keep'],
    hasShortForm: false,
  }),
  command({
    ...base,
    path: 'calendar host',
    summary: say('grammar:calendar.host'),
    arguments: [{ ...personArgument, isRequired: false }],
    flags: [
      optional({
        name: 'bookings',
        type: 'choice',
        summary: say('grammar:argument.bookingsAhead'),
        choices: ['give', 'keep'],
        example: 'give',
      }),
    ],
    examples: ['calendar host @bob', 'calendar host @bob --bookings give'],
  }),
  command({
    ...base,
    path: 'calendar delegate',
    summary: say('grammar:calendar.delegate'),
    arguments: [
      { ...verbArgument, isRequired: false },
      { ...personArgument, isRequired: false },
    ],
    examples: ['calendar delegate add @eve', 'calendar delegate list'],
    form: 'command',
    opensForm: (given) => /^(?:add|remove)$/.test(given.get('do') ?? '') && !given.has('person'),
  }),
  command({
    ...base,
    path: 'account link',
    summary: say('grammar:account.link'),
    arguments: [
      optional({
        name: 'code',
        type: 'text',
        summary: say('grammar:argument.code'),
        example: '7k2m-9cab-defg',
      }),
    ],
    flags: [yesFlag],
    examples: ['account link', 'account link 7k2m-9cab-defg'],
    hasShortForm: false,
  }),
  command({
    ...base,
    path: 'account unlink',
    summary: say('grammar:account.unlink'),
    arguments: [
      optional({
        name: 'account',
        type: 'text',
        summary: say('grammar:argument.linkedAccount'),
        example: 'discord',
      }),
    ],
    flags: [yesFlag],
    examples: ['account unlink', 'account unlink discord'],
    hasShortForm: false,
  }),
  command({
    ...base,
    path: 'account name',
    summary: say('grammar:account.name'),
    arguments: [
      optional({
        name: 'name',
        type: 'text',
        summary: say('grammar:argument.hostName'),
        example: '"Ada Lovelace"',
      }),
    ],
    examples: ['account name Ada Lovelace'],
  }),
  command({
    ...base,
    path: 'account email',
    summary: say('grammar:account.email'),
    arguments: [
      optional({
        name: 'address',
        type: 'text',
        summary: say('grammar:argument.address'),
        example: 'ada@example.com',
      }),
    ],
    examples: ['account email ada@example.com', 'account email none'],
  }),
  command({
    ...base,
    path: 'account api-key',
    summary: say('grammar:account.api-key'),
    arguments: [
      optional({
        name: 'name',
        type: 'text',
        summary: say('grammar:argument.keyName'),
        example: 'Zapier',
      }),
    ],
    flags: [
      optional({
        name: 'access',
        type: 'choice',
        summary: say('grammar:argument.access'),
        choices: ['read', 'write', 'all'],
        example: 'read',
      }),
    ],
    examples: ['account api-key Zapier', 'account api-key Zapier --access read'],
  }),
  command({
    ...base,
    path: 'account keys',
    summary: say('grammar:account.keys'),
    examples: ['account keys'],
  }),
  command({
    ...base,
    path: 'account revoke',
    summary: say('grammar:account.revoke'),
    arguments: [
      required({
        name: 'key',
        type: 'text',
        summary: say('grammar:argument.key'),
        example: '1',
      }),
    ],
    flags: [yesFlag],
    examples: ['account revoke 1'],
    hasShortForm: false,
  }),
  command({
    ...account,
    path: 'account webhook',
    summary: say('grammar:account.webhook'),
    examples: ['account webhook'],
  }),
  command({
    ...base,
    path: 'account export',
    summary: say('grammar:account.export'),
    examples: ['account export'],
  }),
  command({
    ...base,
    path: 'account listed',
    summary: say('grammar:account.listed'),
    arguments: [
      required({
        name: 'listed',
        type: 'yes-no',
        summary: say('grammar:argument.listed'),
        example: 'no',
      }),
    ],
    examples: ['account listed no'],
  }),
];
