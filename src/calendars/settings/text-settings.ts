import { say } from '../../language/say.js';
import { done } from '../../shared/outcome.js';
import { personTextSchema } from '../../shared/person-text.js';
import { checked, type Setting } from './setting.js';

export const titleSetting: Setting<string> = {
  name: 'title',
  schema: personTextSchema({ maxLength: 100 }),
  parse: (text) => checked(titleSetting.schema, done(text)),
  describe: (title) => title,
  from: ({ title }) => title,
  patch: (title) => ({ title }),
};

export const descriptionSetting: Setting<string> = {
  name: 'description',
  schema: personTextSchema({ maxLength: 2_000, mayBeEmpty: true, isMultiline: true }),
  parse: (text) => checked(descriptionSetting.schema, done(text === 'none' ? '' : text)),
  describe: (description) => (description === '' ? say('settings:none') : description),
  from: ({ description }) => description,
  patch: (description) => ({ description }),
};
