import { z } from 'zod';

/** Published once at the end of a host's day on which somebody met them. */
export const attendanceDue = {
  name: 'attendance.due',
  schema: z.object({
    hostId: z.uuid(),
    /** The day, `2027-02-01`, in this zone. */
    date: z.iso.date(),
    timeZone: z.string(),
  }),
};

export type AttendanceDue = z.infer<typeof attendanceDue.schema>;
