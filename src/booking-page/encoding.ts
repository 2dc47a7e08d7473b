/** How text may be made smaller on its way; the smaller first. */
const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The best of the offered encodings that an `Accept-Encoding` header names and does not refuse; null for none. */
export function acceptedEncoding(
  header: string | readonly string[] | undefined,
  offered: readonly Encoding[] = ENCODINGS,
): Encoding | null {
  const accepted = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((word) => word.trim()))
    .filter((words) => !words.some((word) => /^q=0(?:\.0*)?$/.test(word)))
    .map(([name]) => name);
  return offered.find((encoding) => accepted.includes(encoding)) ?? null;
}
