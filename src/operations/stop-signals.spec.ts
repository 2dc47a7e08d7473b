import { EventEmitter } from 'node:events';
import { expect, it } from '@jest/globals';
import { stopOnSignals } from './stop-signals.js';

it('takes signals that come together for one wish, and a later one for impatience', () => {
  const source = new EventEmitter();
  const heard: string[] = [];
  let now = 1_000;
  const ending = { stop: () => heard.push('stop'), endAtOnce: () => heard.push('at once') };
  stopOnSignals(source, ending, () => now);
  source.emit('SIGTERM');
  source.emit('SIGTERM');
  now += 2_000;
  source.emit('SIGINT');
  expect(heard).toEqual(['stop']);
  now += 1;
  source.emit('SIGTERM');
  expect(heard).toEqual(['stop', 'at once']);
});
