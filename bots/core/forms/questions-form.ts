import { Injectable } from '@nestjs/common';
import { questionText } from '../../../src/calendars/questions/question.parser.js';
import { QUESTION_KINDS } from '../../../src/calendars/questions/question.js';
import type { CalendarSettings } from '../../../src/calendars/settings/calendar-settings.js';
import { settingEntries } from '../../../src/calendars/settings/setting-change.js';
import { inQuotes } from '../../../src/calendars/words/plain-words.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { CurrentCalendar } from '../commands/current-calendar.js';
import type { Talker } from '../dialogues/talker.js';
import type { Message } from '../message.js';
import { calendarIdIn, calendarSubject } from './calendar-subject.js';
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
    private readonly current: CurrentCalendar,
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
    const isUnasked = (values['question'] ?? '').trim() === '';
    if (isUnasked) return values['options']?.trim() ? { question: say('forms:needed') } : {};
    const question = problemIn(questionsText(values));
    return question === null ? {} : { question };
  }

  protected override async shown(
    { caller }: Talker,
    { subject, values }: FormWish,
  ): Promise<Outcome<Form, Message>> {
    const found = await this.current.of(caller, calendarIdIn(subject));
    if (!found.ok) return found;
    const { id, settings } = found.value;
    return done({
      kind: this.kind,
      subject: calendarSubject(id, settings.questions),
      title: say('forms:questions.title'),
      lines: [[say('forms:questions.of', { title: settings.title })]],
      fields: [...presentFields(settings, values), ...newFields(values)],
      submit: say('forms:save'),
      timeZone: settings.timeZone,
    });
  }

  protected override order({ subject, values }: FilledForm): FormOrder {
    const calendarId = calendarIdIn(subject);
    const words = { question: questionsText(values) };
    const about = calendarId === undefined ? {} : { calendarId };
    return { top: 'schedule', path: 'set questions', words, ...about };
  }
}

/** All questions as they are written in one line, the new one last. */
function questionsText({
  all = '',
  question = '',
  type = '',
  options = '',
  required = '',
}: FormValues): string {
  const lines = all.split('\n').filter((line) => line.trim() !== '');
  const choices = options.trim() === '' ? '' : inQuotes(options.trim());
  const need = required === 'yes' ? 'required' : '';
  const parts = [inQuotes(question.trim()), type, choices, need].filter((part) => part !== '');
  const asked = question.trim() === '' ? lines : [...lines, parts.join(' ')];
  return asked.length === 0 ? 'none' : asked.join('\n');
}

function presentFields({ questions }: CalendarSettings, values: FormValues): readonly FormField[] {
  if (questions.length === 0 && values['all'] === undefined) return [];
  return [
    {
      ...{ id: 'all', kind: 'lines', isRequired: false },
      ...{ label: say('forms:questions.all'), hint: say('forms:questions.allHint') },
      value: values['all'] ?? questions.map(questionText).join('\n'),
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
