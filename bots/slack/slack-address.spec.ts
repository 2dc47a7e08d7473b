import { describe, expect, it } from '@jest/globals';
import { channelIn, userIn } from './slack-address.js';

describe('the id of a person', () => {
  it.each([
    ['<@U024BE7LH>', 'U024BE7LH'],
    ['<@W024BE7LH|ada>', 'W024BE7LH'],
    ['@U024BE7LH', 'U024BE7LH'],
    [' U0123ABCD ', 'U0123ABCD'],
    ['@UFDKQBXJN', 'UFDKQBXJN'],
    ['URSULA', null],
    ['@WILL', null],
    ['Wilhelmina', null],
    ['@U2', null],
    ['C024BE7LH', null],
  ])('in %s is %s', (text, id) => {
    expect(userIn(text)).toBe(id);
  });
});

describe('the id of a channel', () => {
  it.each([
    ['<#C024BE7LH>', 'C024BE7LH'],
    ['<#G024BE7LH|sales>', 'G024BE7LH'],
    ['#C024BE7LH', 'C024BE7LH'],
    ['C0123ABCD', 'C0123ABCD'],
    ['#CGQWERTYU', 'CGQWERTYU'],
    ['#GENERAL', null],
    ['customersuccess', null],
    ['#C2', null],
    ['U024BE7LH', null],
  ])('in %s is %s', (text, id) => {
    expect(channelIn(text)).toBe(id);
  });
});
