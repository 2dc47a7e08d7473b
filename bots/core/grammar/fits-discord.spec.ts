import { describe, expect, it } from '@jest/globals';
import type { ArgumentEntry, CommandEntry, TopLevel } from './command-entry.js';
import { namedArguments } from './command-entry.js';
import { grammarNamed } from './grammar.js';

// Discord's limits for application commands.
const MOST_PER_LEVEL = 25;
const MOST_CHARACTERS = 8_000;
const MOST_DESCRIPTION = 100;
const NAME = /^[-_a-z0-9]{1,32}$/;

const grammar = grammarNamed();
const tops: readonly TopLevel[] = ['book', 'schedule', 'scheduleAdmin'];
const under = (top: TopLevel) => grammar.commands.filter((entry) => entry.top === top);
const groupsOf = (top: TopLevel) => grammar.groups.filter((entry) => entry.top === top);

/** Names, descriptions and choice values, as Discord counts them. */
function charactersOf(top: TopLevel): number {
  const topLevel = grammar.names[top].length + MOST_DESCRIPTION;
  const groups = groupsOf(top).map(({ name, summary }) => name.length + summary.length);
  const own = under(top).map(commandCharacters);
  return [topLevel, ...groups, ...own].reduce((sum, length) => sum + length, 0);
}

function commandCharacters(entry: CommandEntry): number {
  const name = entry.path.split(' ').at(-1) ?? '';
  const own = namedArguments(entry).map(argumentCharacters);
  return own.reduce((sum, length) => sum + length, name.length + entry.summary.length);
}

function argumentCharacters({ name, summary, choices }: ArgumentEntry): number {
  const values = choices.map((choice) => choice.length * 2);
  return values.reduce((sum, length) => sum + length, name.length + summary.length);
}

describe.each(tops)('the commands under %s fit Discord', (top) => {
  const commands = under(top);

  it('with at most two words each, the first of two being a group', () => {
    const groups = groupsOf(top).map(({ name }) => name);
    for (const { path } of commands) {
      const [first = '', ...more] = path.split(' ');
      expect(more.length).toBeLessThanOrEqual(1);
      expect(groups.includes(first)).toBe(more.length === 1);
    }
  });

  it('with at most 25 on each level', () => {
    const words = new Set(commands.map(({ path }) => path.split(' ')[0]));
    expect(words.size).toBeLessThanOrEqual(MOST_PER_LEVEL);
    for (const { name } of groupsOf(top)) {
      const inGroup = commands.filter(({ path }) => path.startsWith(`${name} `));
      expect(inGroup.length).toBeGreaterThan(0);
      expect(inGroup.length).toBeLessThanOrEqual(MOST_PER_LEVEL);
    }
  });

  it('with no command named like a group, and none twice', () => {
    const paths = commands.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { name } of groupsOf(top)) expect(paths).not.toContain(name);
  });

  it('in names, descriptions and choices', () => {
    for (const entry of [...commands, ...groupsOf(top)]) {
      expect(entry.summary.length).toBeGreaterThan(0);
      expect(entry.summary.length).toBeLessThanOrEqual(MOST_DESCRIPTION);
    }
    for (const entry of commands) {
      for (const word of entry.path.split(' ')) expect(word).toMatch(NAME);
      for (const argument of namedArguments(entry)) {
        expect(argument.name).toMatch(NAME);
        expect(argument.summary.length).toBeLessThanOrEqual(MOST_DESCRIPTION);
        expect(argument.choices.length).toBeLessThanOrEqual(MOST_PER_LEVEL);
      }
    }
  });

  it('in options: at most 25, named once, the required ones first', () => {
    for (const entry of commands) {
      const options = namedArguments(entry);
      expect(options.length).toBeLessThanOrEqual(MOST_PER_LEVEL);
      expect(new Set(options.map(({ name }) => name)).size).toBe(options.length);
      const needs = options.map(({ isRequired }) => Number(isRequired));
      expect(needs).toEqual(needs.toSorted((one, other) => other - one));
    }
  });

  it('in 8,000 characters, with room for another language', () => {
    expect(charactersOf(top)).toBeLessThanOrEqual(MOST_CHARACTERS * 0.75);
  });
});
