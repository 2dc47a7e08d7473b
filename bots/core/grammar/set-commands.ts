import { say } from '../../../src/language/say.js';
import {
  command,
  group,
  type ArgumentEntry,
  type CommandEntry,
  type GroupEntry,
} from './command-entry.js';
import {
  afterBookingArgument,
  approvalFlag,
  bufferFlag,
  consentArgument,
  cutoffArgument,
  durationFlag,
  guestsArgument,
  limitArgument,
  locationFlag,
  noticeFlag,
  onOffArgument,
  questionArguments,
  questionFlags,
  remindersArgument,
  stepFlag,
  termsArgument,
  timeZoneFlag,
  titleFlag,
  travelArgument,
  windowFlag,
} from './setting-arguments.js';
import { valueArgument } from './shared-arguments.js';

export const setGroup: GroupEntry = group({
  top: 'schedule',
  name: 'set',
  summary: say('grammar:set.group'),
  alone: 'settings',
});

type SetName = keyof typeof SUMMARIES;

const SUMMARIES = {
  title: 'grammar:set.title',
  duration: 'grammar:set.duration',
  step: 'grammar:set.step',
  buffer: 'grammar:set.buffer',
  timezone: 'grammar:set.timezone',
  notice: 'grammar:set.notice',
  window: 'grammar:set.window',
  travel: 'grammar:set.travel',
  limit: 'grammar:set.limit',
  'one-at-a-time': 'grammar:set.one-at-a-time',
  approval: 'grammar:set.approval',
  location: 'grammar:set.location',
  guests: 'grammar:set.guests',
  terms: 'grammar:set.terms',
  cutoff: 'grammar:set.cutoff',
  questions: 'grammar:set.questions',
  reminders: 'grammar:set.reminders',
  templates: 'grammar:set.templates',
  consent: 'grammar:set.consent',
  'after-booking': 'grammar:set.after-booking',
} as const;

const questionsSetting: CommandEntry = command({
  top: 'schedule',
  who: 'host',
  path: 'set questions',
  summary: say(SUMMARIES.questions),
  arguments: questionArguments,
  flags: questionFlags,
  examples: [
    'set questions add "Company" text required',
    'set questions add "Topic" select "Sales|Support"',
    'set questions remove 2',
    'set questions',
  ],
  form: 'questions',
  opensForm: (given) => (given.get('do') ?? 'add') === 'add' && !given.has('question'),
});

/** What a setting is called where it is shown. */
const OTHER_PATHS: Partial<Record<SetName, readonly string[]>> = {
  buffer: ['set breaks', 'set break'],
};

/** One command for each setting; the argument bears the setting's name. */
export const setCommands: readonly CommandEntry[] = [
  setting('title', titleFlag, 'Intro call'),
  setting('duration', durationFlag, '45'),
  setting('step', stepFlag, '15'),
  setting('buffer', bufferFlag, 'before 5 after 10'),
  setting('timezone', timeZoneFlag, 'Europe/Berlin'),
  setting('notice', noticeFlag, '4h'),
  setting('window', windowFlag, '60 days'),
  setting('travel', travelArgument, 'Asia/Tokyo 3-9 may'),
  setting('limit', limitArgument, '3 a day'),
  setting('one-at-a-time', onOffArgument('one-at-a-time'), 'on'),
  setting('cutoff', cutoffArgument, 'cancel 2h'),
  setting('approval', approvalFlag, 'on'),
  setting('location', locationFlag, 'phone host calls'),
  questionsSetting,
  setting('guests', guestsArgument, '3'),
  setting('reminders', remindersArgument, '24h, 1h host 10m'),
  laterSetting('templates', 'reminder'),
  setting('consent', consentArgument, '"I agree that the call is recorded"'),
  setting('terms', termsArgument, 'https://example.com/terms'),
  setting('after-booking', afterBookingArgument, 'https://example.com/thanks'),
];

function setting(name: SetName, argument: ArgumentEntry, example: string): CommandEntry {
  return command({
    top: 'schedule',
    who: 'host',
    path: `set ${name}`,
    otherPaths: OTHER_PATHS[name] ?? [],
    summary: say(SUMMARIES[name]),
    arguments: [{ ...argument, isRequired: true }],
    examples: [`set ${name} ${example}`],
  });
}

function laterSetting(
  name: SetName,
  example: string,
  later: string = say('grammar:later.setting'),
): CommandEntry {
  return {
    ...setting(name, { ...valueArgument, example }, example),
    arguments: [valueArgument],
    later,
  };
}
