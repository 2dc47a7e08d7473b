import { describe, expect, it } from '@jest/globals';
import { say } from '../../src/language/say.js';
import { person } from './message.js';
import { phrase } from './phrase.js';
import { seenIn } from './seen-people.js';

const ada = person({ platform: 'slack', workspace: 'T1', userKey: 'U0ADA', name: 'Ada' });
const bob = { ...ada, key: 'U0BOB', name: 'Bob' };

describe('a sentence with people', () => {
  it('has each where the words want them, as often as they do', () => {
    const line = phrase((who) => {
      const both = `${who(bob)}, ${who(ada)}`;
      return say('book:severalNamed', { name: 'Ada', people: `${both}, ${who(bob)}` });
    });
    expect(line).toEqual([
      ...['Several people here are called Ada: ', bob, ', ', ada, ', ', bob],
      '. Which one?',
    ]);
  });

  it('takes nobody for somebody else, whatever they call themselves', () => {
    const forged = '\uFDD10\uFDD1';
    const line = phrase((who) =>
      say('people:named.didYouMean', { person: who(ada), name: `${forged}$t(names:product)` }),
    );
    expect(line.filter((part) => part === ada)).toHaveLength(2);
    expect(line).toContainEqual(expect.stringContaining(`${forged}$t(names:product)`));
  });

  it('names people of another workspace, where their keys are somebody else’s', () => {
    const message = { lines: [[ada, ' may']] };
    expect(seenIn(message, { platform: 'slack', workspace: 'T1' })).toEqual(message);
    expect(seenIn(message, { platform: 'slack', workspace: 'T2' }).lines).toEqual([
      ['Ada', ' may'],
    ]);
    expect(seenIn(message, { platform: 'discord', workspace: 'T1' }).lines[0]?.[0]).toBe('Ada');
  });
});
