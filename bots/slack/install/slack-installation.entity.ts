import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../../src/database/base-properties.js';

const SlackInstallationSchema = defineEntity({
  name: 'SlackInstallation',
  tableName: 'slack_installation',
  properties: {
    ...baseProperties,
    /** The team, or the organisation that installed the app for all its teams. */
    workspace: p.string().unique(),
    teamName: p.string(),
    isEnterprise: p.boolean(),
    installedBy: p.string(),
    botUserKey: p.string(),
    /** Separated by commas, as Slack granted them. */
    scopes: p.text(),
    /** Sealed. */
    botToken: p.text(),
    /** Sealed; null where tokens do not rotate. */
    refreshToken: p.text().nullable(),
    /** When Slack no longer takes the token; null where tokens do not rotate. */
    expiresAt: p.datetime().nullable(),
  },
});

/** A workspace in which the app is installed, and the token that speaks there. */
export class SlackInstallation extends SlackInstallationSchema.class {}
SlackInstallationSchema.setClass(SlackInstallation);
