import { describe, expect, it } from '@jest/globals';
import { slackProblems } from './slack-problems.js';

const text = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const divider = { type: 'divider' };
const message = (...blocks: readonly object[]) => ({ text: 'Words', blocks });
const actions = (...elements: readonly object[]) => message({ type: 'actions', elements });
const option = (value: string) => ({ text: text(1), value });
const select = (more: object) => actions({ type: 'static_select', action_id: 'a', ...more });
const modal = (more: object) => ({ type: 'modal', title: text(5), blocks: [], ...more });
const input = {
  type: 'input',
  label: text(3),
  element: { type: 'plain_text_input', action_id: 'a' },
};

describe('the judge of what Slack would take', () => {
  it.each<[string, object, RegExp]>([
    ['a block that does not exist', message({ type: 'paragraph' }), /no such block/],
    ['a field that does not exist', message({ ...divider, text: 'x' }), /additional/],
    ['a message without a text', { text: ' ', blocks: [divider] }, /text of its own/],
    ['51 blocks in a message', message(...Array<object>(51).fill(divider)), /50 is the most/],
    ['a header of 151', message({ type: 'header', text: text(151) }), /150 is the most/],
    ['a header of nothing', message({ type: 'header', text: text(0) }), /empty/],
    ['a button of 76', actions({ type: 'button', text: text(76) }), /75 is the most/],
    [
      'a button of half a character',
      actions({ type: 'button', text: { type: 'plain_text', text: '\uD83D' } }),
      /cut in half/,
    ],
    ['no elements', actions(), /elements are empty/],
    [
      'one action_id twice',
      actions(...[1, 2].map(() => ({ type: 'button', text: text(1), action_id: 'a' }))),
      /used 2 times/,
    ],
    [
      '101 options',
      select({ options: Array.from({ length: 101 }, (_, n) => option(String(n))) }),
      /100 is the most/,
    ],
    ['no options', select({ options: [] }), /options are empty/],
    ['neither options nor groups', select({}), /needs either/],
    ['a value of 76', select({ options: [option('v'.repeat(76))] }), /75 is the most/],
    ['one value twice', select({ options: [option('v'), option('v')] }), /have one value/],
    [
      'a choice of no option',
      select({ options: [option('v')], initial_option: option('w') }),
      /none of the options/,
    ],
    [
      '12,001 characters',
      message(
        ...Array.from({ length: 9 }, () => ({
          type: 'section',
          text: { type: 'mrkdwn', text: 'x'.repeat(1_400) },
        })),
      ),
      /hold 1/,
    ],
    ['an input in a message', message(input), /no inputs/],
    ['a modal without a title', { type: 'modal', blocks: [] }, /required/],
    ['a title of 25', modal({ title: text(25) }), /24 is the most/],
    [
      'private_metadata of 3,001',
      modal({ private_metadata: 'x'.repeat(3_001) }),
      /3000 is the most/,
    ],
    ['inputs that nobody can hand in', modal({ blocks: [input] }), /needs submit/],
    [
      'one block_id twice',
      modal({ blocks: [1, 2].map(() => ({ ...divider, block_id: 'b' })) }),
      /used 2 times/,
    ],
    [
      'a view of 300 kB',
      modal({
        blocks: Array.from({ length: 100 }, () => ({
          type: 'section',
          text: { type: 'mrkdwn', text: 'x'.repeat(3_000) },
        })),
      }),
      /bytes/,
    ],
  ])('refuses %s', (_what, sent, complaint) => {
    expect(slackProblems(sent).join('\n')).toMatch(complaint);
  });

  it.each<[string, object]>([
    [
      'a message among the arguments of its method',
      { ...message(divider), channel: 'C1', ts: '1.2' },
    ],
    ['a window', modal({ blocks: [input], submit: text(4) })],
    ['an App Home', { type: 'home', blocks: [divider] }],
  ])('takes %s', (_what, sent) => {
    expect(slackProblems(sent)).toEqual([]);
  });
});
