import { z } from 'zod';

/** Published when a mail about a booking can never be handed over, so that its host hears of it. */
export const mailRefused = {
  name: 'mail.refused',
  schema: z.object({
    hostId: z.uuid(),
    bookingId: z.uuid(),
    /** The change that the mail told. */
    sequence: z.int().nonnegative(),
    /** How receipts name whoever should have got it: `attendee`, `host`, `guest 1`. */
    recipient: z.string(),
    /** The mail server's, in short; null: the address refused too many mails, and none was sent. */
    reason: z.string().nullable(),
    /** Epoch milliseconds. */
    refusedAt: z.number(),
  }),
};

export type RefusedMail = z.infer<typeof mailRefused.schema>;
