import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';

const ChatIdentitySchema = defineEntity({
  name: 'ChatIdentity',
  tableName: 'chat_identity',
  properties: {
    ...baseProperties,
    platform: p.string(),
    /** Slack team, Discord server; the same user key in two workspaces is two people. */
    workspace: p.string(),
    userKey: p.string(),
    name: p.string(),
    hostId: p.uuid().nullable(),
    /** The booking calendar that commands without a name mean. */
    currentCalendarId: p.uuid().nullable(),
    /** IANA name; null until they said it. */
    timeZone: p.string().nullable(),
    /** IANA name: where they seemed to be when they were last asked whether they travel. */
    offeredZone: p.string().nullable(),
    offeredZoneAt: p.datetime().nullable(),
  },
});

/** A person as one chat platform knows them. */
export class ChatIdentity extends ChatIdentitySchema.class {}
ChatIdentitySchema.setClass(ChatIdentity);
