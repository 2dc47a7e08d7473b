import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CommandInput } from './command-input.js';
import { grammarNamed } from './grammar.js';
import { helpLines } from './help.js';
import { parseTextCommand } from './text-command.parser.js';

const grammar = grammarNamed();

/** `path {values}` of a command, or the sentence of a problem. */
const read = (line: string): string => {
  const outcome = parseTextCommand(line, grammar);
  if (!outcome.ok) return outcome.problem.sentence;
  const { command, values } = outcome.value;
  return `${command.path} ${JSON.stringify(Object.fromEntries(values))}`;
};

const problem = (line: string) => {
  const outcome = parseTextCommand(line, grammar);
  if (outcome.ok) throw new Error(`${line} was read as ${outcome.value.command.path}`);
  return outcome.problem;
};

describe('a command', () => {
  it('takes every field of its form as a flag', () => {
    expect(
      read(
        '/schedule setup --title "Intro call" --duration 30 --hours "mon-fri 09:00-17:00" --buffer-after 10 --timezone Europe/Berlin --alerts #bookings',
      ),
    ).toBe(
      'setup {"title":"Intro call","duration":"30","hours":"mon-fri 09:00-17:00","buffer-after":"10","timezone":"Europe/Berlin","alerts":"#bookings"}',
    );
  });

  it.each([
    ['—title „Intro call“ –duration 30', 'typographic dashes and quotes'],
    ['title:"Intro call" duration:30', 'name:value'],
    ['title: Intro call duration: 30', 'a space behind the colon'],
    ['--title=Intro call --duration=30', 'an equals sign'],
    ['--TITLE Intro call --Duration 30', 'capitals and no quotes'],
  ])('reads %s: %s', (words) => {
    expect(read(`/schedule setup ${words}`)).toBe('setup {"title":"Intro call","duration":"30"}');
  });

  it.each([
    [
      'hours set mon-fri 09:00-12:00, 13:00-17:00',
      'hours set {"hours":"mon-fri 09:00-12:00, 13:00-17:00"}',
    ],
    ['off add 24 dec - 31 dec', 'off add {"dates":"24 dec - 31 dec"}'],
    [
      'off add tomorrow 9-12 the dentist',
      'off add {"dates":"tomorrow","times":"9-12","reason":"the dentist"}',
    ],
    ['off add tomorrow dentist', 'off add {"dates":"tomorrow","reason":"dentist"}'],
    ['off add some day', 'off add {"dates":"some day"}'],
    ['off open 2026-12-19 10-14', 'off open {"dates":"2026-12-19","times":"10-14"}'],
    [
      'bookings move 7k2m tomorrow 15:00 sorry, ill',
      'bookings move {"booking":"7k2m","when":"tomorrow 15:00","reason":"sorry, ill"}',
    ],
    [
      'bookings cancel 7k2m reason: I am ill',
      'bookings cancel {"reason":"I am ill","booking":"7k2m"}',
    ],
    ['set title Ada’s “deep” call', 'set title {"title":"Ada’s “deep” call"}'],
    ['set buffer before 5 after 10', 'set buffer {"buffer":"before 5 after 10"}'],
    ['why tomorrow 15:00', 'why {"when":"tomorrow 15:00"}'],
    ['link post #general', 'link {"as":"post","channel":"#general"}'],
    ['link #general', 'link {"channel":"#general"}'],
    ['calendar host @bob @eve', 'calendar host {"person":"@bob @eve"}'],
    ['bookings list ALL 2', 'bookings list {"list":"all","page":"2"}'],
    ['hours set sat 22:00-02:00 --yes', 'hours set {"yes":"yes","hours":"sat 22:00-02:00"}'],
    ['set title -- --x', 'set title {"title":"--x"}'],
  ])('/schedule %s', (line, expected) => {
    expect(read(`/schedule ${line}`)).toBe(expected);
  });

  it.each([
    ['', 'help {}'],
    ['set', 'settings {}'],
    ['hours', 'hours list {}'],
    ['off', 'off list {}'],
    ['alerts', 'alerts list {}'],
    ['bookings', 'bookings list {}'],
    ['calendar', 'calendar list {}'],
    ['bookings cancelled', 'bookings list {"list":"cancelled"}'],
    ['link show', 'link {"as":"show"}'],
    ['cancel 7k2m', 'bookings cancel {"booking":"7k2m"}'],
    ['title Foo', 'set title {"title":"Foo"}'],
    ['hours mon-fri 9-17', 'hours set {"hours":"mon-fri 9-17"}'],
    ['hours "mon-fry 9-5"', 'hours set {"hours":"mon-fry 9-5"}'],
    ['hours mno-fri 9-5', 'hours set {"hours":"mno-fri 9-5"}'],
    ['off 32 dec', 'off add {"dates":"32 dec"}'],
    ['off tomorrow', 'off add {"dates":"tomorrow"}'],
    ['alerts #sales', 'alerts add {"channel":"#sales"}'],
    ['setup help', 'help {"topic":"setup"}'],
    ['set duration --help', 'help {"topic":"set duration"}'],
    ['hours help', 'help {"topic":"hours"}'],
    ['help hours', 'help {"topic":"hours"}'],
    ['help /schedule off add', 'help {"topic":"/schedule off add"}'],
    ['help duration 45', 'help {"topic":"set duration"}'],
  ])('has a short form: /schedule %s', (line, expected) => {
    expect(read(`/schedule ${line}`)).toBe(expected);
  });

  it.each([
    ['@ada tomorrow', { person: '@ada', date: 'tomorrow' }],
    ['@ada tomorrow 15', { person: '@ada', date: 'tomorrow 15' }],
    ['@Ada Lovelace', { person: '@Ada Lovelace' }],
    ['@Ada Lovelace tomorrow', { person: '@Ada Lovelace', date: 'tomorrow' }],
    ['with Ada Lovelace-King', { person: 'Ada Lovelace-King' }],
    [
      '@Ada de la Cruz fri 15:00 tokyo',
      { person: '@Ada de la Cruz', date: 'fri 15:00', timezone: 'tokyo' },
    ],
    ['<@U123> berlin', { person: '<@U123>', timezone: 'berlin' }],
    ['"@Ada Lovelace" berlin', { person: '@Ada Lovelace', timezone: 'berlin' }],
    ['@ada tomorrow 20 minutes', { person: '@ada', date: 'tomorrow', duration: '20 minutes' }],
    [
      '@Ada Lovelace 45 min new york',
      { person: '@Ada Lovelace', duration: '45 min', timezone: 'new york' },
    ],
    ['@ada tusday 10:00', { person: '@ada', date: 'tusday 10:00' }],
    ['@ada 31 feb', { person: '@ada', timezone: '31 feb' }],
    ['tomorrow', { date: 'tomorrow' }],
    ['next friday', { date: 'next friday' }],
    ['friday 10:00 30 min', { date: 'friday 10:00', duration: '30 min' }],
    ['next tuesday afternoon with ada', { person: 'ada', date: 'next tuesday afternoon' }],
    ['friday @Ada Lovelace', { person: '@Ada Lovelace', date: 'friday' }],
    ['30 min with @ada friday', { person: '@ada', date: 'friday', duration: '30 min' }],
  ])('needs no verb to book a person: /book %s', (line, expected) => {
    const outcome = parseTextCommand(`/book ${line}`, grammar);
    expect(outcome).toMatchObject({ value: { command: { top: 'book', path: 'with' } } });
    expect(outcome.ok && Object.fromEntries(outcome.value.values)).toEqual(expected);
  });

  it.each([
    ['7k2m friday 11:00', { booking: '7k2m', when: 'friday 11:00' }],
    ['7k2m tomorrow I am ill', { booking: '7k2m', when: 'tomorrow', reason: 'I am ill' }],
    ['7k2m I am ill', { booking: '7k2m', reason: 'I am ill' }],
    ['7k2m tusday', { booking: '7k2m', when: 'tusday' }],
    ['7k2m --when friday', { booking: '7k2m', when: 'friday' }],
  ])('moves a booking of theirs to a time: /book move %s', (line, expected) => {
    const outcome = parseTextCommand(`/book move ${line}`, grammar);
    expect(outcome.ok && Object.fromEntries(outcome.value.values)).toEqual(expected);
  });

  it('books somebody of two names', () => {
    expect(read('/schedule bookings add @Sam Rivers tomorrow 15:00')).toBe(
      'bookings add {"person":"@Sam Rivers","when":"tomorrow 15:00"}',
    );
  });

  it('that comes later is found however it is written', () => {
    expect(read('/schedule connect')).toBe('connect {}');
    expect(read('/schedule look logo --foo bar')).toBe('look logo {}');
  });

  it('is found under the names that were chosen', () => {
    const renamed = grammarNamed({ book: 'meet', schedule: 'hours', scheduleAdmin: 'hours-admin' });
    expect(parseTextCommand('/hours show', renamed).ok).toBe(true);
    expect(parseTextCommand('/schedule show', renamed).ok).toBe(false);
    expect(parseTextCommand('/hours wyh', renamed)).toMatchObject({
      problem: { sentence: expect.stringContaining('Did you mean /hours why?') },
    });
  });

  it.each(['set breaks', 'set break', 'set buffer', 'breaks', 'break'])(
    'is known by the word under which its setting is shown: %s',
    (words) => {
      expect(read(`/schedule ${words} 10`)).toBe('set buffer {"buffer":"10"}');
      const topic = parseTextCommand(`/schedule help ${words}`, grammar);
      const help = helpLines(grammar, 'schedule', words);
      expect(topic).toMatchObject({ ok: true, value: { command: { path: 'help' } } });
      expect(help[0]).toBe('/schedule set buffer before 5 after 10');
    },
  );
});

describe('a line that is no command', () => {
  it.each([
    ['/schedule dration 45', 'Did you mean /schedule set duration?', '/schedule set duration 45'],
    [
      '/schedule hours sett mon',
      'Did you mean /schedule hours set?',
      '/schedule hours set mon-fri 09:00-12:00, 13:00-17:00',
    ],
    ['/schedule booking', 'Did you mean /schedule bookings?', '/schedule bookings'],
    ['/schedule set dur 45', 'Did you mean /schedule set duration?', '/schedule set duration 45'],
    [
      '/schedule set colour',
      'Did you mean /schedule look colour?',
      '/schedule look colour #1d4ed8',
    ],
    [
      '/schedule help durration',
      'Did you mean /schedule set duration?',
      '/schedule set duration 45',
    ],
    ['/book lis tomorrow', 'Did you mean /book list?', '/book list'],
    ['/book zone', 'Did you mean /book timezone?', '/book timezone Europe/Berlin'],
    ['/book help zone', 'Did you mean /book timezone?', '/book timezone Europe/Berlin'],
    ['/schedule clear', 'Did you mean /schedule hours clear?', '/schedule hours clear'],
  ])('%s gets the nearest command and its help', (line, sentence, help) => {
    expect(problem(line).kind).toBe('unknown-word');
    expect(problem(line).sentence).toContain(sentence);
    expect(problem(line).help[0]).toBe(help);
  });

  it.each([
    ['/schedule help xyzzy', 'unknown-word', "I don't know “xyzzy” here."],
    ['/schedule help nonsense', 'unknown-word', /^I don't know “nonsense” here\.$/],
    ['/foo', 'unknown-word', /^I don't know “\/foo”\. To book: \S+ help\. For hosts: \S+ help$/],
    ['/schedule xyzzy', 'unknown-word', "I don't know “xyzzy” here."],
    ['/book tomorrow perhaps', 'unknown-word', "I don't know “tomorrow” here."],
    ['/book 5', 'unknown-word', "I don't know “5” here."],
    ['/book tomorrow with', 'unknown-word', "I don't know “tomorrow” here."],
    ['/book a talk with someone', 'unknown-word', "I don't know “a” here."],
    ['/book help xyzzy', 'unknown-word', "I don't know “xyzzy” here."],
    ['/schedule add', 'unknown-word', '“add” belongs to several commands.'],
    ['/shedule show', 'unknown-word', 'Did you mean /schedule?'],
    ['hello', 'not-a-command', 'Commands start with a slash, like /schedule help.'],
    ['', 'not-a-command', 'Commands start with a slash'],
    ['/schedule why', 'missing-argument', '“when” is missing, for example tomorrow 15:00.'],
    ['/schedule duration', 'missing-argument', '“duration” is missing'],
    [
      '/schedule setup --titel x',
      'unknown-flag',
      "I don't know the flag “--titel” here. Did you mean --title?",
    ],
    [
      '/schedule setup --title',
      'flag-without-value',
      '--title needs a value, like --title "Intro call".',
    ],
    ['/schedule setup --title --duration 30', 'flag-without-value', '--title needs a value'],
    ['/schedule setup --title a --title b', 'given-twice', '--title was given twice'],
    ['/schedule setup --title "Intro', 'open-quote', 'never closed'],
    ['/schedule show me', 'too-much', "I don't know what to do with “me”."],
    [
      '/schedule agenda nextweek',
      'wrong-value',
      "I can't read “nextweek” here. Use today, tomorrow or week.",
    ],
    [
      '/schedule bookings list all two',
      'wrong-value',
      'page is a whole number, like 2, not “two”.',
    ],
  ])('%s is %s', (line, kind, sentence) => {
    expect(problem(line).kind).toBe(kind);
    expect(problem(line).sentence).toMatch(sentence);
  });

  it('that is half a command shows how the whole is written', () => {
    expect(problem('/schedule agenda nextweek').help).toEqual([
      'Usage: /schedule agenda [today|tomorrow|week]',
      'Example: /schedule agenda week',
    ]);
    expect(problem('/schedule off open tomorrow').help).toEqual([
      'Usage: /schedule off open <dates> <times> [--yes]',
      'Example: /schedule off open 2026-12-19 10-14',
    ]);
  });

  it('never makes the parser throw, and every answer is short', () => {
    const piece = fc.constantFrom(
      ...['/schedule', 'setup', 'hours', 'set', 'off', 'add', '--title', '—', '--', '"', '“', ':'],
      ...['title:', 'tomorrow', '9-17', '#x', '@x', 'help', '-h', '=', '__proto__', 'constructor'],
    );
    const lines = fc.oneof(
      fc.string(),
      fc.array(piece).map((words) => `/schedule ${words.join(' ')}`),
    );
    fc.assert(
      fc.property(lines, (line) => {
        const outcome = parseTextCommand(line, grammar);
        if (outcome.ok) return;
        expect(outcome.problem.sentence.length).toBeLessThan(400);
        expect(outcome.problem.help.length).toBeLessThanOrEqual(12);
      }),
    );
  });
});

describe('the input of a command', () => {
  it('is read by name', () => {
    const outcome = parseTextCommand('/schedule bookings list past 3', grammar);
    const input = new CommandInput(outcome.ok ? outcome.value.values : new Map());
    expect(input.word('list')).toBe('past');
    expect(input.integer('page')).toBe(3);
    expect(input.word('reason')).toBeUndefined();
    expect(input.isOn('yes')).toBe(false);
    expect(new CommandInput(new Map([['yes', 'yes']])).isOn('yes')).toBe(true);
  });
});
