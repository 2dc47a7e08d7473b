import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { shaped } from '../../src/notifications/mail/shaped-message.js';
import { mailStates } from './mail-states.js';

const fileOf = (name: string, type: 'html' | 'txt'): URL =>
  new URL(`./golden/${name}.${type}`, import.meta.url);

describe('golden mails', () => {
  it.each(Object.entries(mailStates))('%s is what was last agreed on', (name, message) => {
    const { subject, text, html } = shaped(message);
    const files = [
      [fileOf(name, 'txt'), `${subject}\n\n${text}`],
      [fileOf(name, 'html'), `${html.replaceAll('><', '>\n<')}\n`],
    ] as const;
    for (const [file, content] of files) {
      // GOLDEN=write keeps what is mailed now; read the difference before you commit it.
      if (process.env['GOLDEN'] === 'write') writeFileSync(file, content);
      expect(content).toBe(readFileSync(file, 'utf8'));
    }
  });
});
