import { z } from 'zod';

/** Published with the erasing of attendees, for everybody who keeps something about them elsewhere. */
export const bookingsForgotten = {
  name: 'bookings.forgotten',
  schema: z.object({
    hostId: z.uuid(),
    bookings: z.array(z.object({ id: z.uuid(), uid: z.string() })),
  }),
};

export type ForgottenBookings = z.infer<typeof bookingsForgotten.schema>;
