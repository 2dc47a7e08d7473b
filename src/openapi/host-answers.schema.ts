import { z } from 'zod';
import { AUDIT_ACTORS } from '../audit/audit.service.js';
import { alertDetailSchema, alertEventsSchema } from '../calendars/alerts/alert-options.js';
import type { ShownAlert } from '../calendars/alerts/alerts.controller.js';
import type { ChangedCalendar } from '../bookings/affected/affected-answer.js';
import type { MadeBlock, ShownBlock } from '../bookings/affected/blocks.controller.js';
import type { HostCalendar } from '../calendars/host-api/host-calendar.mapper.js';
import { calendarSettingsSchema } from '../calendars/settings/calendar-settings.js';
import { localWindowSchema } from '../calendars/settings/hours-setting.js';
import type { ShownKey } from '../hosts/api-keys/api-key.schema.js';
import { API_SCOPES } from '../hosts/api-keys/api-scope.js';
import type { ShownAuditEntry } from '../hosts/api-keys/audit.controller.js';
import { instant } from './booking-answers.schema.js';

const calendarFields = calendarSettingsSchema.extend({
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  state: z.enum(['open', 'paused', 'off']),
  pausedUntil: instant.nullable(),
  overrides: z.array(
    z.strictObject({
      date: z.iso.date(),
      intervals: z.array(localWindowSchema),
      reason: z.string().nullable(),
    }),
  ),
});

/** Uids, soonest first. */
const affecting = { affectedBookings: z.array(z.string()) };

export const hostCalendarSchema: z.ZodType<HostCalendar> = calendarFields;
export const changedCalendarSchema: z.ZodType<ChangedCalendar> = calendarFields.extend(affecting);

export const hostCalendarsSchema = z.strictObject({ calendars: z.array(hostCalendarSchema) });

export const alertSchema: z.ZodType<ShownAlert> = z.strictObject({
  id: z.uuid(),
  platform: z.string(),
  workspace: z.string(),
  channel: z.string(),
  channelName: z.string(),
  events: alertEventsSchema,
  detail: alertDetailSchema,
});

export const alertsSchema = z.strictObject({ alerts: z.array(alertSchema) });

const blockFields = z.strictObject({
  id: z.uuid(),
  start: instant,
  end: instant,
  reason: z.string().nullable(),
});

export const blockSchema: z.ZodType<ShownBlock> = blockFields;
export const madeBlockSchema: z.ZodType<MadeBlock> = blockFields.extend(affecting);

export const blocksSchema = z.strictObject({ blocks: z.array(blockSchema) });

const keyFields = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(API_SCOPES)),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});

export const apiKeySchema: z.ZodType<ShownKey> = keyFields;
export const apiKeysSchema = z.strictObject({ apiKeys: z.array(apiKeySchema) });
export const madeApiKeySchema = keyFields.extend({ key: z.string() });

const facts = z.record(z.string(), z.unknown()).nullable();

const auditEntrySchema: z.ZodType<ShownAuditEntry> = z.strictObject({
  number: z.int(),
  at: instant,
  actor: z.enum(AUDIT_ACTORS),
  actorId: z.uuid().nullable(),
  action: z.string(),
  subject: z.string(),
  before: facts,
  after: facts,
});

export const auditLogSchema = z.strictObject({
  entries: z.array(auditEntrySchema),
  nextCursor: z.string().nullable(),
});
