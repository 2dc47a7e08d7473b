import { z } from 'zod';

const facts = {
  /** One loss of the workspace; it may be lost again. */
  lossId: z.uuid(),
  hostId: z.uuid(),
  platform: z.string(),
  workspace: z.string(),
};

/** Published for each host whose calendars are at home in a workspace that took the assistant out. */
export const hostStranded = {
  name: 'host.stranded',
  schema: z.object({ ...facts, place: z.string() }),
};

export type StrandedHost = z.infer<typeof hostStranded.schema>;

/** Published for each host with calendars that were paused then, when the assistant is back. */
export const hostRegained = { name: 'host.regained', schema: z.object(facts) };

export type RegainedHost = z.infer<typeof hostRegained.schema>;
