import { describe, expect, it } from '@jest/globals';
import { withoutSlips } from './when-slips.js';

describe('words about when', () => {
  it.each([
    ['tusday', 'tuesday'],
    ['Book TUSDAY 10:00 with ada', 'book tuesday 10:00 with ada'],
    ['wensday', 'wednesday'],
    ['next thrusday afernoon', 'next thursday afternoon'],
    ['tommorow', 'tomorrow'],
    ['febuary', 'february'],
    ['satterday', 'saturday'],
  ])('%j are mended to %j', (text, mended) => {
    expect(withoutSlips(text)).toBe(mended);
  });

  it.each([
    'tuesday',
    'mondays, in the mornings',
    'this evening at 5pm',
    'a meeting with tom about the opening',
    'remember me someday',
    'monkey money',
    'lovelace',
    'warnings about my birthday, or a holiday',
    '',
  ])('%j are left as they are', (text) => {
    expect(withoutSlips(text)).toBeNull();
  });
});
