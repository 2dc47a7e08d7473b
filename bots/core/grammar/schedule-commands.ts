import { say } from '../../../src/language/say.js';
import { command, optional, required, type CommandEntry } from './command-entry.js';
import { bufferFlag, setupFlags, setupForm, typeArgument } from './setting-arguments.js';
import { calendarArgument, channelArgument, topicArgument, yesFlag } from './shared-arguments.js';

const base = { top: 'schedule', who: 'host' } as const;
const connect = say('grammar:later.connect');
const SERVICES = ['google', 'outlook', 'zoom', 'caldav', 'ics'];

/** Set-up, the link, and what a host asks every day. */
export const scheduleCommands: readonly CommandEntry[] = [
  command({
    ...base,
    path: 'setup',
    summary: say('grammar:schedule.setup'),
    flags: [...setupFlags, bufferFlag, typeArgument, yesFlag],
    ...setupForm,
    examples: [
      'setup --title "Intro call" --duration 30 --hours "mon-fri 09:00-17:00" --buffer-after 10 --timezone Europe/Berlin --alerts #bookings',
      'setup',
    ],
  }),
  command({
    ...base,
    path: 'show',
    summary: say('grammar:schedule.show'),
    examples: ['show'],
  }),
  command({
    ...base,
    path: 'settings',
    summary: say('grammar:schedule.settings'),
    examples: ['settings'],
    form: 'settings',
  }),
  command({
    ...base,
    path: 'link',
    summary: say('grammar:schedule.link'),
    arguments: [
      optional({
        name: 'as',
        type: 'choice',
        summary: say('grammar:argument.sharing'),
        choices: ['show', 'post', 'embed', 'one-time'],
        example: 'show',
      }),
      { ...channelArgument, isRequired: false },
    ],
    examples: ['link', 'link post #general'],
    form: 'share',
    opensForm: (given) => given.get('as') === 'post' && !given.has('channel'),
  }),
  command({
    ...base,
    path: 'agenda',
    summary: say('grammar:schedule.agenda'),
    arguments: [
      optional({
        name: 'span',
        type: 'choice',
        summary: say('grammar:argument.span'),
        choices: ['today', 'tomorrow', 'week'],
        example: 'today',
      }),
    ],
    examples: ['agenda week', 'agenda'],
  }),
  command({
    ...base,
    path: 'why',
    summary: say('grammar:schedule.why'),
    arguments: [
      required({
        name: 'when',
        type: 'when',
        summary: say('grammar:argument.when'),
        example: 'tomorrow 15:00',
      }),
    ],
    examples: ['why tomorrow 15:00'],
  }),
  command({
    ...base,
    path: 'pause',
    summary: say('grammar:schedule.pause'),
    arguments: [
      optional({
        name: 'until',
        type: 'until',
        summary: say('grammar:argument.until'),
        example: 'friday',
      }),
    ],
    examples: ['pause until friday', 'pause'],
  }),
  command({
    ...base,
    path: 'resume',
    summary: say('grammar:schedule.resume'),
    flags: [{ ...calendarArgument, isRequired: false }],
    examples: ['resume', 'resume --calendar 2'],
  }),
  command({
    ...base,
    path: 'connect',
    summary: say('grammar:schedule.connect'),
    arguments: [account('required')],
    examples: ['connect google'],
    later: connect,
  }),
  command({
    ...base,
    path: 'disconnect',
    summary: say('grammar:schedule.disconnect'),
    arguments: [account('optional')],
    examples: ['disconnect google'],
    later: connect,
  }),
  command({
    ...base,
    path: 'sources',
    summary: say('grammar:schedule.sources'),
    examples: ['sources'],
    later: connect,
  }),
  command({
    ...base,
    path: 'help',
    who: 'anyone',
    summary: say('grammar:schedule.help'),
    arguments: [topicArgument('hours set')],
    examples: ['help', 'help hours set'],
  }),
];

function account(need: 'required' | 'optional') {
  const entry = {
    name: 'account',
    type: 'choice',
    summary: say('grammar:argument.account'),
    choices: SERVICES,
    example: 'google',
  } as const;
  return need === 'required' ? required(entry) : optional(entry);
}
