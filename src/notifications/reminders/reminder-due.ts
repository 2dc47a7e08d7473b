import { z } from 'zod';

/** Published once when a reminder falls due: for this side, so long before this time of a booking. */
export const reminderDue = {
  name: 'reminder.due',
  schema: z.object({
    hostId: z.uuid(),
    bookingId: z.uuid(),
    /** The sequence of the change that gave the booking its time; with another time it is void. */
    sequence: z.int().nonnegative(),
    reader: z.enum(['attendee', 'host']),
    minutes: z.int().positive(),
  }),
};

export type DueReminder = z.infer<typeof reminderDue.schema>;
