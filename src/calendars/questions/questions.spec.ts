import { describe, expect, it } from '@jest/globals';
import { questionsSetting } from '../settings/questions-setting.js';
import type { CalendarSettings } from '../settings/calendar-settings.js';
import { questionText } from './question.parser.js';
import type { Question } from './question.js';

const company: Question = {
  ...{ id: 'company', label: 'Company', kind: 'text', required: true, options: [] },
};
const topic: Question = {
  ...{ id: 'topic', label: 'Topic', kind: 'select', required: false },
  options: ['Sales', 'Support'],
};
const both = [company, topic];

const read = (text: string, questions: readonly Question[] = []) =>
  questionsSetting.parse(text, { now: 0, timeZone: 'UTC', current: { questions } });

const value = (text: string, questions: readonly Question[] = []): readonly Question[] => {
  const outcome = read(text, questions);
  if (!outcome.ok) throw new Error(outcome.problem.sentence);
  return outcome.value.value;
};

describe('the questions of a form', () => {
  it.each<readonly [string, Question]>([
    ['add "Company" text required', company],
    ['add “Company” required text', company],
    ['add Company text required', company],
    ['add "Topic" select "Sales|Support"', topic],
    ['add Topic select Sales|Support', topic],
    ['add "Topic" select "Sales, Support" optional', topic],
    ['add "Which text"', { ...company, id: 'which-text', label: 'Which text', required: false }],
    [
      'add "What do you need?" long text',
      {
        ...company,
        ...{
          id: 'what-do-you-need',
          label: 'What do you need?',
          kind: 'long-text',
          required: false,
        },
      },
    ],
    ['add Über uns', { ...company, id: 'uber-uns', label: 'Über uns', required: false }],
    [
      'add "Phone" phone',
      { ...company, id: 'phone-2', label: 'Phone', kind: 'phone', required: false },
    ],
    [
      'add "Constructor"',
      { ...company, id: 'constructor-2', label: 'Constructor', required: false },
    ],
  ])('take a new one from %s', (text, question) => {
    expect(value(text)).toEqual([question]);
  });

  it('keep an id through every change of the wording, kind and place', () => {
    const edited = value('edit 1 "Firm" long-text optional', both);
    expect(edited[0]).toEqual({ ...company, label: 'Firm', kind: 'long-text', required: false });
    expect(value('edit 2 select "A|B"', both)[1]).toEqual({ ...topic, options: ['A', 'B'] });
    expect(value('edit 2 "Theme"', both)[1]).toEqual({ ...topic, label: 'Theme' });
    expect(value('edit 2 text', both)[1]).toEqual({ ...topic, kind: 'text', options: [] });
    expect(value('move 2 1', both)).toEqual([topic, company]);
    expect(value('move 1 to 2', both)).toEqual([topic, company]);
    expect(value('remove 1', both)).toEqual([topic]);
    expect(value('remove "company"', both)).toEqual([topic]);
    expect(value('none', both)).toEqual([]);
    expect(value('"Topic" select "A|B"; "Company"', both).map(({ id }) => id)).toEqual([
      'topic',
      'company',
    ]);
  });

  it('give two of the same wording different ids', () => {
    expect(value('add "Company"', both).map(({ id }) => id)).toEqual([
      ...['company', 'topic', 'company-2'],
    ]);
  });

  it('are read back from their words', () => {
    const strange = [...both, { ...company, id: 'x', label: 'Say "x"; or y' }];
    expect(value(questionsSetting.describe(strange), strange)).toEqual(strange);
    expect(questionText(topic)).toBe('"Topic" select "Sales|Support"');
  });

  it.each([
    ['add', 'What should be asked?'],
    ['add "Topic" select', 'needs answers to choose from'],
    ['add "Topic" select "A|A"', 'listed twice'],
    ['add "Company" text "A|B"', 'what to do with'],
    ['add "open', 'as a question'],
    ['remove 3', '1 to 2'],
    ['move 1 9', '1 to 2'],
    ['edit 0 "x"', '1 to 2'],
    [`add "${'x'.repeat(201)}"`, 'at most 200'],
    [Array.from({ length: 21 }, (_, index) => `Q${index}`).join('; '), 'at most 20'],
  ])('refuse %s in a sentence', (text, part) => {
    expect(read(text, both)).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringContaining(part) },
    });
  });

  it.each([
    [[{ label: 'A', kind: 'colour' }]],
    [[{ label: '', kind: 'text' }]],
    [[{ id: 'consent', label: 'A', kind: 'text' }]],
    [[{ id: 'constructor', label: 'A', kind: 'text' }]],
    [
      [
        { id: 'a', label: 'A', kind: 'text' },
        { id: 'a', label: 'B', kind: 'text' },
      ],
    ],
    [[{ label: 'A', kind: 'text', pattern: '(a+)+$' }]],
    ['Company'],
  ])('refuse %j as JSON', (json) => {
    expect(questionsSetting.schema.safeParse(json).success).toBe(false);
  });

  it('may come as JSON without ids, which are given', () => {
    const json = [{ label: 'Company', kind: 'text', required: true }];
    expect(questionsSetting.schema.parse(json)).toEqual([company]);
    const settings = { questions: both } as unknown as CalendarSettings;
    expect(questionsSetting.from(settings)).toBe(both);
  });
});
