/** What a request shows as `Authorization: Bearer …`; null when it shows nothing of the kind. */
export const bearerToken = (header: string | undefined): string | null =>
  /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? null;
