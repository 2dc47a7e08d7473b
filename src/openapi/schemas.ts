import { z } from 'zod';
import {
  bookingRequestSchema,
  cancelBodySchema,
  confirmBodySchema,
  declineBodySchema,
  holdBodySchema,
  moveBodySchema,
  proposalBodySchema,
} from '../bookings/booking-request.schema.js';
import { attendanceBodySchema } from '../bookings/host-bookings.controller.js';
import { newAlertSchema } from '../calendars/alerts/alerts.controller.js';
import { newBlockSchema } from '../bookings/affected/blocks.controller.js';
import {
  hoursBodySchema,
  newCalendarSchema,
  overrideBodySchema,
  settingsPatchSchema,
} from '../calendars/host-api/host-calendar.schema.js';
import { pauseBodySchema } from '../calendars/host-api/pause.controller.js';
import { newKeySchema } from '../hosts/api-keys/api-key.schema.js';
import { instantSchema } from '../shared/text/instant.schema.js';
import {
  appointmentsSchema,
  bookedSchema,
  bookingSchema,
  freeTimesSchema,
  heldTimeSchema,
  publicCalendarSchema,
} from './booking-answers.schema.js';
import {
  alertSchema,
  alertsSchema,
  apiKeysSchema,
  auditLogSchema,
  blockSchema,
  blocksSchema,
  changedCalendarSchema,
  hostCalendarSchema,
  hostCalendarsSchema,
  madeApiKeySchema,
  madeBlockSchema,
} from './host-answers.schema.js';

/** Every body that the API takes or gives, under its name in the document. */
const SCHEMAS = {
  Alert: alertSchema,
  Alerts: alertsSchema,
  ApiKeys: apiKeysSchema,
  Appointments: appointmentsSchema,
  Attendance: attendanceBodySchema,
  AuditLog: auditLogSchema,
  Block: blockSchema,
  Blocks: blocksSchema,
  Booked: bookedSchema,
  Booking: bookingSchema,
  BookingRequest: bookingRequestSchema,
  Calendar: hostCalendarSchema,
  CalendarPatch: settingsPatchSchema,
  Calendars: hostCalendarsSchema,
  ChangedCalendar: changedCalendarSchema,
  Cancellation: cancelBodySchema,
  Confirmation: confirmBodySchema,
  Declination: declineBodySchema,
  FreeTimes: freeTimesSchema,
  HeldTime: heldTimeSchema,
  Hold: holdBodySchema,
  Hours: hoursBodySchema,
  MadeApiKey: madeApiKeySchema,
  MadeBlock: madeBlockSchema,
  Move: moveBodySchema,
  NewAlert: newAlertSchema,
  NewApiKey: newKeySchema,
  NewBlock: newBlockSchema,
  NewCalendar: newCalendarSchema,
  Override: overrideBodySchema,
  ProposalAnswer: proposalBodySchema,
  Pause: pauseBodySchema,
  PublicCalendar: publicCalendarSchema,
} as const satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof SCHEMAS;

export type JsonSchema = Readonly<Record<string, unknown>>;

/** As it travels: before a schema has turned it into anything else. */
const TRAVELLING = {
  io: 'input',
  unrepresentable: 'any',
  override: ({ zodSchema, jsonSchema }: Overridden) => {
    if (zodSchema === instantSchema) Object.assign(jsonSchema, { format: 'date-time' });
  },
} as const;

interface Overridden {
  readonly zodSchema: object;
  readonly jsonSchema: object;
}

/** JSON Schema (draft 2020-12, that of OpenAPI 3.1) of each body, referring to one another. */
export function namedSchemas(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { ...TRAVELLING, uri: schemaAddress });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, withoutAddresses(schema)]),
  );
}

export const schemaAddress = (name: string): string => `#/components/schemas/${name}`;

export interface QueryParameter {
  readonly name: string;
  readonly isRequired: boolean;
  readonly schema: JsonSchema;
}

export function queryParameters(query: z.ZodObject): readonly QueryParameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, TRAVELLING);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    isRequired: required.includes(name),
    schema: typeof schema === 'object' ? { ...schema } : {},
  }));
}

/** Within a document a schema is found by its place, not by an address of its own. */
function withoutAddresses({ $schema, $id, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
