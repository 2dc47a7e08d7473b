/**
 * The names of zones that ICU still lists under their former name. People know the new one, and every
 * runtime takes both.
 */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){1,2}$/;
/** Names that carry an offset and no place. */
const OFFSET_ONLY = /^etc\/|^systemv\//i;
/** The longest name in the database has 32 characters. */
const MOST_LENGTH = 40;

/** Every zone that is offered, by its present name, in alphabetical order. */
export const zoneNames: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone')
    .filter((name) => name.includes('/'))
    .map(presentName),
].toSorted();

/**
 * The present name of an IANA zone in any spelling (`europe/berlin`, `Europe/Kiev`, `US/Pacific`);
 * null for everything that is none, fixed offsets and abbreviations included.
 */
export function canonicalTimeZone(name: string): string | null {
  if (/^(?:etc\/)?(?:utc|zulu|uct)$/i.test(name)) return 'UTC';
  if (name.length > MOST_LENGTH || !NAME.test(name) || OFFSET_ONLY.test(name)) return null;
  try {
    return presentName(
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone,
    );
  } catch {
    // Intl throws a RangeError for a zone it does not know.
    return null;
  }
}

function presentName(name: string): string {
  return RENAMED[name] ?? name;
}
