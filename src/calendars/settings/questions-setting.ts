import { questionsSchema } from '../questions/question.schema.js';
import { parseQuestions, questionsText } from '../questions/questions.parser.js';
import type { Question } from '../questions/question.js';
import { checked, type Setting } from './setting.js';

export const questionsSetting: Setting<readonly Question[]> = {
  name: 'questions',
  schema: questionsSchema,
  parse: (text, { current }) =>
    checked(questionsSchema, parseQuestions(text, current?.questions ?? [])),
  describe: questionsText,
  from: ({ questions }) => questions,
  patch: (questions) => ({ questions }),
};
