import { z } from 'zod';
import { say } from '../../language/say.js';
import { describeMinutes, parseMinutes } from '../words/duration.parser.js';
import { checked, type Setting } from './setting.js';

const DAY_MINUTES = 1_440;

/** Whole minutes between two bounds, both included. */
function wholeMinutes(least: number, most: number, sentence: () => string): z.ZodType<number> {
  return z.int({ error: sentence }).min(least, { error: sentence }).max(most, { error: sentence });
}

export const durationSetting: Setting<number> = {
  name: 'duration',
  schema: wholeMinutes(5, DAY_MINUTES, () => say('settings:duration.range')),
  parse: (text) => checked(durationSetting.schema, parseMinutes(text)),
  describe: describeMinutes,
  from: ({ durationMinutes }) => durationMinutes,
  patch: (durationMinutes) => ({ durationMinutes }),
};

/** How far apart the offered starts are. */
export const stepSetting: Setting<number> = {
  name: 'step',
  schema: wholeMinutes(5, DAY_MINUTES, () => say('settings:step.range')),
  parse: (text) => checked(stepSetting.schema, parseMinutes(text.replace(/^\s*every\s/i, ''))),
  describe: describeMinutes,
  from: ({ startIncrementMinutes }) => startIncrementMinutes,
  patch: (startIncrementMinutes) => ({ startIncrementMinutes }),
};

/** How long after the opening the first start is. */
export const offsetSetting: Setting<number> = {
  name: 'offset',
  schema: wholeMinutes(0, DAY_MINUTES - 1, () => say('settings:offset.range')),
  parse: (text) => checked(offsetSetting.schema, parseMinutes(text)),
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
