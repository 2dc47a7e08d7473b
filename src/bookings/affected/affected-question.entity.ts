import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../database/base-properties.js';

/** A booking as the host was told of it; one that moved since is not meant any more. */
export interface AskedAbout {
  readonly bookingId: string;
  /** ISO, UTC with `Z`. */
  readonly startsAt: string;
}

const AffectedQuestionSchema = defineEntity({
  name: 'AffectedQuestion',
  tableName: 'affected_question',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    bookings: p.json<readonly AskedAbout[]>(),
    settledAt: p.datetime().nullable(),
  },
});

/** What becomes of bookings that changed hours left outside: asked once, settled by one answer. */
export class AffectedQuestion extends AffectedQuestionSchema.class {}
AffectedQuestionSchema.setClass(AffectedQuestion);
