import { z } from 'zod';
import { say } from '../../language/say.js';
import { describeMinutes, parseMinutes } from '../words/duration.parser.js';
import { checked, type Setting } from './setting.js';

const DAY_MINUTES = 1_440;

/** Whole minutes between two bounds, both included. */
function wholeMinutes(least: number, most: number, sentence: () => string): z.ZodType<number> {
  return z.int({ error: sentence }).min(least, { error: sentence }).max(most, { error: sentence });
}

/** How long a meeting may be. */
export const lengthSchema = wholeMinutes(5, DAY_MINUTES, () => say('settings:duration.range'));

/** How far apart the offered starts may be. */
export const incrementSchema = wholeMinutes(5, DAY_MINUTES, () => say('settings:step.range'));

/** How long after the opening the first start may be. */
export const offsetSchema = wholeMinutes(0, DAY_MINUTES - 1, () => say('settings:offset.range'));

/** How long after the opening the first start is. */
export const offsetSetting: Setting<number> = {
  name: 'offset',
  schema: offsetSchema,
  parse: (text) => checked(offsetSchema, parseMinutes(text)),
  describe: describeMinutes,
  from: ({ startOffsetMinutes }) => startOffsetMinutes,
  patch: (startOffsetMinutes) => ({ startOffsetMinutes }),
};

/** A longer break than a day would reach past the days that the slot engine looks at. */
export const breakSchema = wholeMinutes(0, DAY_MINUTES, () => say('settings:buffer.range'));

const describeBreak = (minutes: number): string =>
  minutes === 0 ? say('settings:none') : describeMinutes(minutes);

export const bufferBeforeSetting: Setting<number> = {
  name: 'buffer-before',
  schema: breakSchema,
  parse: (text) => checked(breakSchema, parseMinutes(text)),
  describe: describeBreak,
  from: ({ bufferBeforeMinutes }) => bufferBeforeMinutes,
  patch: (bufferBeforeMinutes) => ({ bufferBeforeMinutes }),
};

export const bufferAfterSetting: Setting<number> = {
  name: 'buffer-after',
  schema: breakSchema,
  parse: (text) => checked(breakSchema, parseMinutes(text)),
  describe: describeBreak,
  from: ({ bufferAfterMinutes }) => bufferAfterMinutes,
  patch: (bufferAfterMinutes) => ({ bufferAfterMinutes }),
};
