import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { blockOf } from '../../bots/console/console.renderer.js';
import { chatStates } from './chat-states.js';

const fileOf = (name: string): URL => new URL(`./golden/${name}.txt`, import.meta.url);

describe('golden words', () => {
  it.each(Object.entries(chatStates))('%s is what was last agreed on', (name, message) => {
    const text = `${blockOf({ where: null, message, firstNumber: 1 })}\n`;
    // GOLDEN=write keeps what is said now; read the difference before you commit it.
    if (process.env['GOLDEN'] === 'write') writeFileSync(fileOf(name), text);
    expect(text).toBe(readFileSync(fileOf(name), 'utf8'));
  });
});
