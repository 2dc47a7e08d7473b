import { z } from 'zod';
import { type LocalInterval, intervalOf, joinSpans, spanOf } from '../words/weekly-hours.js';
import { localWindowSchema } from './hours-setting.js';

/** One for each quarter of an hour. */
const MOST_INTERVALS = 96;

/** The hours of one date in any order; those that overlap are joined. */
export const dayIntervalsSchema: z.ZodType<readonly LocalInterval[], readonly LocalInterval[]> = z
  .array(localWindowSchema)
  .max(MOST_INTERVALS)
  .transform((intervals) => joinSpans(intervals.map(spanOf)).map(intervalOf));
