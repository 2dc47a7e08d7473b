/** What the product, its commands and a meeting are called. */
export const names = {
  product: 'Vis-à-vis',
  meeting: '{{title}} with {{name}}',
  /** What the commands are called here; an operator may name them otherwise. */
  command: { book: '/book', schedule: '/schedule', scheduleAdmin: '/schedule-admin' },
} as const;
