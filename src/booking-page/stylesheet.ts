import { readFileSync } from 'node:fs';

/** The parts of the style sheet in the order in which they stand: later ones win. */
const PARTS = [
  'tokens',
  'card',
  'month',
  'zone',
  'times',
  'buttons',
  'forms',
  'notices',
  'booking',
  'messages',
  'narrow',
  'embedded',
  'modes',
] as const;

/** One file for browsers, though people read it in parts. */
export const stylesheet = (): string =>
  PARTS.map((part) =>
    readFileSync(new URL(`./assets/style/${part}.css`, import.meta.url), 'utf8'),
  ).join('\n');
