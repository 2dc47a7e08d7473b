import { say } from '../../../src/language/say.js';
import { command, group, type CommandEntry, type GroupEntry } from './command-entry.js';
import {
  colourArgument,
  descriptionFlag,
  embedSitesArgument,
  onOffArgument,
} from './setting-arguments.js';
import { valueArgument } from './shared-arguments.js';

export const lookGroup: GroupEntry = group({
  top: 'schedule',
  name: 'look',
  summary: say('grammar:look.group'),
});

const LATER = [
  ['logo', 'grammar:look.logo', 'https://example.com/logo.png'],
  ['photo', 'grammar:look.photo', 'https://example.com/ada.jpg'],
  ['language', 'grammar:look.language', 'en'],
  ['busy', 'grammar:look.busy', 'off'],
] as const;

const base = { top: 'schedule', who: 'host' } as const;

/** How the booking page looks. */
export const lookCommands: readonly CommandEntry[] = [
  command({
    ...base,
    path: 'look colour',
    summary: say('grammar:look.colour'),
    arguments: [{ ...colourArgument, isRequired: true }],
    examples: ['look colour #1d4ed8'],
  }),
  command({
    ...base,
    path: 'look description',
    summary: say('grammar:look.description'),
    arguments: [{ ...descriptionFlag, isRequired: true }],
    examples: ['look description "Half an hour to get to know each other"'],
  }),
  command({
    ...base,
    path: 'look lock-zone',
    summary: say('grammar:look.lock-zone'),
    arguments: [{ ...onOffArgument('lock-zone'), isRequired: true }],
    examples: ['look lock-zone on'],
  }),
  command({
    ...base,
    path: 'look embed-sites',
    summary: say('grammar:look.embed-sites'),
    arguments: [{ ...embedSitesArgument, isRequired: true }],
    examples: ['look embed-sites example.com', 'look embed-sites any'],
  }),
  ...LATER.map(([name, summary, example]) =>
    command({
      ...base,
      path: `look ${name}`,
      summary: say(summary),
      arguments: [valueArgument],
      examples: [`look ${name} ${example}`],
      later: say('grammar:later.look'),
    }),
  ),
];
