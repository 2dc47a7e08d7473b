import { z } from 'zod';

/** Published with every change of a booking, in the same transaction. */
export const bookingChanged = {
  name: 'booking.changed',
  schema: z.object({
    hostId: z.uuid(),
    bookingId: z.uuid(),
    /** The booking's sequence after the change. */
    sequence: z.int().nonnegative(),
  }),
};
