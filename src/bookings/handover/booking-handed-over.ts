import { z } from 'zod';

/** Published with a booking that changes its host, in the same transaction, for whom it has left. */
export const bookingHandedOver = {
  name: 'booking.handed-over',
  schema: z.object({
    bookingId: z.uuid(),
    /** The booking's sequence after the change. */
    sequence: z.int().nonnegative(),
    formerHostId: z.uuid(),
  }),
};

export type HandedOverBooking = z.infer<typeof bookingHandedOver.schema>;
