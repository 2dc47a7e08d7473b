/** Words that every area uses. */
export const common = {
  product: 'Vis-à-vis',
  /** What the commands are called here; an operator may name them otherwise. */
  command: { book: '/book', schedule: '/schedule', scheduleAdmin: '/schedule-admin' },
} as const;
