import { z } from 'zod';
import { say } from '../../language/say.js';
import { instantSchema, parseInstant } from '../../shared/text/instant.schema.js';
import { pageLimitSchema } from '../../shared/paging.js';
import { personTextSchema } from '../../shared/text/person-text.js';
import { isUuid } from '../../shared/text/uuid.js';
import { APPOINTMENT_LISTS, type AppointmentPlace } from './appointments.repository.js';

/** Opaque to whoever holds it: a start and an id. */
const cursorSchema = z.string().transform((text, context): AppointmentPlace => {
  const [start = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  const startsAt = parseInstant(start);
  if (startsAt !== null && isUuid(id)) return { startsAt, id };
  context.addIssue({ code: 'custom', message: say('problems:field.cursor') });
  return z.NEVER;
});

export const cursorOf = ({ startsAt, id }: AppointmentPlace): string =>
  Buffer.from(`${new Date(startsAt).toISOString()} ${id}`).toString('base64url');

/** `?list&calendar&from&to&q&cursor&limit`, all optional. */
export const appointmentsQuerySchema = z.strictObject({
  list: z.enum(APPOINTMENT_LISTS).default('upcoming'),
  calendar: z.string().max(100).optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  q: personTextSchema({ maxLength: 200 }).optional(),
  cursor: cursorSchema.optional(),
  limit: pageLimitSchema,
});

export type AppointmentsQuery = z.output<typeof appointmentsQuerySchema>;
