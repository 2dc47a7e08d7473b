const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** PostgreSQL fails on any other text where an id is meant, and no id is one. */
export const isUuid = (text: string): boolean => UUID.test(text);
