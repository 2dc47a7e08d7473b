import { defineEntity, p } from '@mikro-orm/core';
import { ALERT_DETAILS, type AlertEvent } from './alert-options.js';
import { baseProperties } from '../../database/base-properties.js';

const AlertChannelSchema = defineEntity({
  name: 'AlertChannel',
  tableName: 'alert_channel',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    calendarId: p.uuid(),
    platform: p.string(),
    workspace: p.string(),
    channel: p.string(),
    channelName: p.string(),
    /** Null: everything that happens. */
    events: p.json<readonly AlertEvent[]>().nullable(),
    detail: p.enum(ALERT_DETAILS),
  },
});

/** A chat channel in which the cards of a calendar's bookings are posted. */
export class AlertChannel extends AlertChannelSchema.class {}
AlertChannelSchema.setClass(AlertChannel);
