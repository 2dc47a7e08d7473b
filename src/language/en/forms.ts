/** The windows in which things are filled in. */
export const forms = {
  unknown: 'This form is from an earlier time. Give its command again.',
} as const;
