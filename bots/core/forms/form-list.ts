/** Forms that Nest makes; each is listed once, here. */
export const FORMS = [] as const;
