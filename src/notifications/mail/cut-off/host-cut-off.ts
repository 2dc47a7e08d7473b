import { z } from 'zod';

/** Published when the workspace in which a host's calendars are at home took the assistant out. */
export const hostCutOff = {
  name: 'host.cut-off',
  schema: z.object({
    /** Which time it was. */
    lossId: z.uuid(),
    hostId: z.uuid(),
    platform: z.string(),
    workspace: z.string(),
    /** As it reads inside a sentence: `the Slack workspace “Acme”`. */
    place: z.string(),
    /** The calendars were paused: their host can be reached no other way. */
    isPaused: z.boolean(),
  }),
};

export type CutOffHost = z.infer<typeof hostCutOff.schema>;
