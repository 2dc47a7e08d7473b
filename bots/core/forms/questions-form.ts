import { Injectable } from '@nestjs/common';
import { questionText } from '../../../src/calendars/questions/question.parser.js';
import { type Question, QUESTION_KINDS } from '../../../src/calendars/questions/question.js';
import { settingEntries } from '../../../src/calendars/settings/setting-change.js';
import { inQuotes } from '../../../src/calendars/words/plain-words.js';
import { say } from '../../../src/language/say.js';
import type { Outcome } from '../../../src/shared/outcome.js';
import type { Talker } from '../dialogues/talker.js';
import type { Message } from '../message.js';
import { CalendarForms } from './calendar-forms.js';
import { aboutCalendar } from './calendar-subject.js';
import type { FieldSentences } from './form-script.js';
import type { FilledForm, Form, FormField, FormValues, FormWish } from './form.js';
import { type FormOrder, FormTools } from './form-tools.js';
import { OrderForm } from './order-form.js';

/** What the form of a calendar asks: the questions so far, a line each, and room for a new one. */
@Injectable()
export class QuestionsForm extends OrderForm {
  readonly kind = 'questions';

  constructor(
    tools: FormTools,
    private readonly calendars: CalendarForms,
  ) {
    super(tools);
  }

  override check({ values, timeZone }: FilledForm, now: number): FieldSentences {
    const problemIn = (text: string) => {
      const read = settingEntries.questions.read(text, { now, timeZone });
      return read.ok ? null : read.problem.sentence;
    };
    const all = problemIn(values['all'] ?? '');
    if (all !== null) return { all };
    const isNeeded = values['all'] === undefined || Boolean(values['options']?.trim());
    if (newQuestion(values) === '') return isNeeded ? { question: say('forms:needed') } : {};
    const question = problemIn(newQuestion(values));
    return question === null ? {} : { question };
  }

  protected override shown(talker: Talker, wish: FormWish): Promise<Outcome<Form, Message>> {
    return this.calendars.form(talker, wish, ({ settings: { title, questions } }) => ({
      ...{ kind: this.kind, title: say('forms:questions.title'), part: questions },
      lines: [
        [say('forms:questions.of', { title })],
        ...(fits(questions) ? [] : [[say('forms:questions.tooMany', { count: questions.length })]]),
      ],
      fields: [...presentFields(questions, wish.values), ...newFields(wish.values)],
    }));
  }

  protected override order({ subject, values }: FilledForm): FormOrder {
    const all = values['all'];
    // Where those there are did not fit, the new one is added to them.
    const words =
      all === undefined
        ? { do: 'add', question: newQuestion(values) }
        : { question: questionsText(all, values) };
    return { top: 'schedule', path: 'set questions', words, ...aboutCalendar(subject) };
  }
}

/** All questions as they are written in one line, the new one last. */
function questionsText(all: string, values: FormValues): string {
  const lines = [...all.split('\n'), newQuestion(values)].filter((line) => line.trim() !== '');
  return lines.length === 0 ? 'none' : lines.join('\n');
}

/** `"Topic" select "Sales|Support" required`; empty where nothing new is asked. */
function newQuestion({
  question = '',
  type = '',
  options = '',
  required = '',
}: FormValues): string {
  if (question.trim() === '') return '';
  const choices = options.trim() === '' ? '' : inQuotes(options.trim());
  const need = required === 'yes' ? 'required' : '';
  return [inQuotes(question.trim()), type, choices, need].filter((part) => part !== '').join(' ');
}

/** A field of every platform with windows holds so many characters. */
const MOST_CHARACTERS = 3_000;

const written = (questions: readonly Question[]): string => questions.map(questionText).join('\n');

/** Cut off, they would be lost when they are saved. */
const fits = (questions: readonly Question[]): boolean =>
  written(questions).length <= MOST_CHARACTERS;

function presentFields(questions: readonly Question[], values: FormValues): readonly FormField[] {
  const isEmpty = questions.length === 0 && values['all'] === undefined;
  if (isEmpty || !fits(questions)) return [];
  return [
    {
      ...{ id: 'all', kind: 'lines', isRequired: false },
      ...{ label: say('forms:questions.all'), hint: say('forms:questions.allHint') },
      value: values['all'] ?? written(questions),
    },
  ];
}

const newFields = (values: FormValues): readonly FormField[] => [
  {
    ...{ id: 'question', kind: 'line', isRequired: false, value: values['question'] ?? '' },
    ...{ label: say('forms:questions.question'), example: say('forms:questions.example') },
  },
  {
    ...{ id: 'type', kind: 'choice', isRequired: false, value: values['type'] ?? 'text' },
    label: say('forms:questions.type'),
    options: QUESTION_KINDS.map((id) => ({ id, label: id })),
  },
  {
    ...{ id: 'options', kind: 'line', isRequired: false, value: values['options'] ?? '' },
    ...{ label: say('forms:questions.options'), hint: say('forms:questions.optionsHint') },
  },
  {
    ...{ id: 'required', kind: 'choice', isRequired: false, value: values['required'] ?? 'no' },
    label: say('forms:questions.required'),
    options: [
      { id: 'yes', label: say('book:yes') },
      { id: 'no', label: say('book:no') },
    ],
  },
];
