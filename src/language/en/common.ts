/** Words that every area uses. */
export const common = {
  product: 'Vis-à-vis',
  and: '{{first}} and {{last}}',
} as const;
