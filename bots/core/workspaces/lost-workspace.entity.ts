import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../../src/database/base-properties.js';

const LostWorkspaceSchema = defineEntity({
  name: 'LostWorkspace',
  tableName: 'lost_workspace',
  properties: {
    ...baseProperties,
    platform: p.string(),
    workspace: p.string(),
    /** As it reads inside a sentence: `the Slack workspace “Acme”`. */
    place: p.string(),
  },
});

/** A workspace that took the assistant out, until it is taken in again. */
export class LostWorkspace extends LostWorkspaceSchema.class {}
LostWorkspaceSchema.setClass(LostWorkspace);
