import { say } from '../../../src/language/say.js';
import { command, group, type CommandEntry, type GroupEntry } from './command-entry.js';
import { valueArgument } from './shared-arguments.js';

export const lookGroup: GroupEntry = group({
  top: 'schedule',
  name: 'look',
  summary: say('grammar:look.group'),
});

const LOOKS = [
  ['colour', 'grammar:look.colour', '#1d4ed8'],
  ['logo', 'grammar:look.logo', 'https://example.com/logo.png'],
  ['photo', 'grammar:look.photo', 'https://example.com/ada.jpg'],
  ['description', 'grammar:look.description', 'Half an hour to get to know each other'],
  ['language', 'grammar:look.language', 'en'],
  ['embed-sites', 'grammar:look.embed-sites', 'example.com'],
  ['lock-zone', 'grammar:look.lock-zone', 'on'],
  ['busy', 'grammar:look.busy', 'off'],
] as const;

/** How the booking page looks. */
export const lookCommands: readonly CommandEntry[] = LOOKS.map(([name, summary, example]) =>
  command({
    top: 'schedule',
    who: 'host',
    path: `look ${name}`,
    summary: say(summary),
    arguments: [valueArgument],
    examples: [`look ${name} ${example}`],
    later: say('grammar:later.look'),
  }),
);
