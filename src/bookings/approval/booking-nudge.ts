import { z } from 'zod';

/** Published when a host is to be reminded of what waits for them; the sequence says of what. */
export const bookingNudge = {
  name: 'booking.nudge',
  schema: z.object({
    hostId: z.uuid(),
    bookingId: z.uuid(),
    /** The booking's sequence when the reminder fell due; after any change there is no need for it. */
    sequence: z.int().nonnegative(),
    isLast: z.boolean(),
  }),
};
