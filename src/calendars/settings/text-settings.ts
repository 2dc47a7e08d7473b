import { z } from 'zod';
import { say } from '../../language/say.js';
import { done } from '../../shared/outcome.js';
import { personTextSchema } from '../../shared/text/person-text.js';
import { secureAddressSchema } from '../../shared/text/web-address.js';
import { plainWords } from '../words/plain-words.js';
import { checked, type Setting } from './setting.js';

/** Words that take a text away. */
const NOTHING = /^(?:none|no|off|nothing)?$/;

const orNothing = (text: string) => done(NOTHING.test(plainWords(text)) ? '' : text);
const textOrNone = (text: string): string => (text === '' ? say('settings:none') : text);

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
  parse: (text) => checked(descriptionSetting.schema, orNothing(text)),
  describe: textOrNone,
  from: ({ description }) => description,
  patch: (description) => ({ description }),
};

/** What an attendee has to agree to; empty when there is nothing. */
export const consentSetting: Setting<string> = {
  name: 'consent',
  schema: personTextSchema({ maxLength: 500, mayBeEmpty: true }),
  parse: (text) => checked(consentSetting.schema, orNothing(text)),
  describe: textOrNone,
  from: ({ consent }) => consent,
  patch: (consent) => ({ consent }),
};

/** A link to the host's terms, beside the one to privacy; empty when there is none. */
export const termsSetting: Setting<string> = {
  name: 'terms',
  schema: z.union([z.literal(''), secureAddressSchema], {
    error: () => say('words:web.notSecure'),
  }),
  parse: (text) => checked(termsSetting.schema, orNothing(text)),
  describe: textOrNone,
  from: ({ termsUrl }) => termsUrl,
  patch: (termsUrl) => ({ termsUrl }),
};
