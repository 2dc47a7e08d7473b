import i18next from 'i18next';
import { en } from './en/catalogue.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'names';
    resources: typeof en;
  }
}

/** Holds U+FDD0, which is no character and will never be one. */
const BROKEN_REFERENCE = '$\uFDD0t(';

const catalogue = i18next.createInstance();
catalogue.use({
  type: 'postProcessor',
  name: 'person-text',
  process: (text: string) => text.replaceAll(BROKEN_REFERENCE, '$t('),
});
// With all words at hand it is ready at once; a module that waits would make all who import it wait.
void catalogue.init({
  initAsync: false,
  lng: 'en',
  fallbackLng: 'en',
  resources: { en },
  ns: Object.keys(en),
  defaultNS: 'names',
  // Text is escaped where it is shown (page, Slack, Discord, mail), each in its own way.
  // What a person wrote must not read as a reference, which would also end those of the sentence.
  interpolation: {
    escapeValue: true,
    escape: (text: string) => text.replaceAll('$t(', BROKEN_REFERENCE),
  },
  postProcess: ['person-text'],
  returnNull: false,
});

/**
 * A sentence of the catalogue: `say('page:nothingFree', { days: 60 })`.
 * Keys are `area:key`; plurals follow i18next (`key_one`, `key_other` with `count`).
 */
export const say = catalogue.t;

/** From now on sentences name the commands as they are called here, without the slash. */
export function nameCommands(names: Readonly<Record<keyof Commands, string>>): void {
  const command = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, `/${name}`]));
  catalogue.addResourceBundle('en', 'names', { command }, true, true);
}

type Commands = typeof en.names.command;
