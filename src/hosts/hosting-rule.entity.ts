import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';

/** Stands for everybody of the workspace. */
export const EVERYBODY = '*';

const HostingRuleSchema = defineEntity({
  name: 'HostingRule',
  tableName: 'hosting_rule',
  properties: {
    ...baseProperties,
    platform: p.string(),
    workspace: p.string(),
    /** A person's key, or `EVERYBODY`. */
    userKey: p.string(),
    name: p.string(),
    mayHost: p.boolean(),
  },
});

/** What an admin said about who may have calendars in a workspace. */
export class HostingRule extends HostingRuleSchema.class {}
HostingRuleSchema.setClass(HostingRule);
