import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';

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
  },
});

/** A chat channel in which the cards of a calendar's bookings are posted. */
export class AlertChannel extends AlertChannelSchema.class {}
AlertChannelSchema.setClass(AlertChannel);
