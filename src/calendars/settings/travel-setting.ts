import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import type { SentenceProblem } from '../../shared/sentence-problem.js';
import { localDateOf } from '../../slots/wall-clock.js';
import { isLocalDate } from '../words/local-date.js';
import { plainWords } from '../words/plain-words.js';
import { describeTrip, parseTrip } from '../words/trip.parser.js';
import { type Trip, withTrip } from '../words/trips.js';
import { checked, type Setting, type SettingContext } from './setting.js';
import { timeZoneSetting } from './time-zone-setting.js';

const dates = { error: () => say('settings:travel.dates') };
const realDate = z.string(dates).refine(isLocalDate, dates);
/** More trips ahead than anybody plans. */
const MOST_TRIPS = 50;

const trip = z
  .strictObject({ from: realDate, to: realDate, timeZone: timeZoneSetting.schema })
  .refine(({ from, to }) => from <= to, dates);
const schema: z.ZodType<readonly Trip[]> = z
  .array(trip)
  .max(MOST_TRIPS, { error: () => say('settings:travel.tooMany', { most: MOST_TRIPS }) });

const HOME = /^(?:off|none|no|home|never)$/;

/** `Asia/Tokyo 3-9 may` adds a trip and `off` ends all; several, parted by `;`, are all there are. */
export const travelSetting: Setting<readonly Trip[]> = {
  name: 'travel',
  schema,
  parse: (text, context) => checked(schema, readTravel(text, context)),
  describe: (trips) =>
    trips.length === 0 ? say('settings:none') : trips.map(describeTrip).join('; '),
  from: ({ travel }) => travel,
  patch: (travel) => ({ travel }),
};

function readTravel(
  text: string,
  context: SettingContext,
): Outcome<readonly Trip[], SentenceProblem> {
  if (HOME.test(plainWords(text))) return done([]);
  const [first = '', ...more] = text.split(';').filter((part) => part.trim() !== '');
  const today = localDateOf(context.timeZone, context.now);
  const ahead = (context.current?.travel ?? []).filter(({ to }) => to >= today);
  let trips: readonly Trip[] = more.length > 0 ? [] : ahead;
  for (const part of [first, ...more]) {
    const read = parseTrip(part, context);
    if (!read.ok) return read;
    trips = withTrip(trips, read.value);
  }
  return done(trips);
}
