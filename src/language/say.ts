import i18next from 'i18next';
import { en } from './en/catalogue.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

const catalogue = i18next.createInstance();
await catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en },
  ns: Object.keys(en),
  defaultNS: 'common',
  // Text is escaped where it is shown (page, Slack, Discord, mail), each in its own way.
  interpolation: { escapeValue: false },
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
  catalogue.addResourceBundle('en', 'common', { command }, true, true);
}

type Commands = typeof en.common.command;
