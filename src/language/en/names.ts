/** What the product and its commands are called. */
export const names = {
  product: 'Vis-à-vis',
  /** What the commands are called here; an operator may name them otherwise. */
  command: { book: '/book', schedule: '/schedule', scheduleAdmin: '/schedule-admin' },
} as const;
