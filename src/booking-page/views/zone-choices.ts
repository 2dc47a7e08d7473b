/** Present names of places whose zone the Unicode data still files under an old one. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
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

export interface ZoneChoice {
  /** IANA name. */
  readonly zone: string;
  /** 'Buenos Aires', 'Knox, Indiana' */
  readonly place: string;
}

export interface ZoneRegion {
  readonly region: string;
  readonly zones: readonly ZoneChoice[];
}

/** A zone's name for reading: 'America/New York'. */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ');

function placeOf(zone: string): string {
  return zoneName(zone).split('/').slice(1).reverse().join(', ');
}

function regionsOf(zones: readonly string[]): readonly ZoneRegion[] {
  const regions = Map.groupBy(zones, (zone) => zone.slice(0, zone.indexOf('/')));
  return [...regions].map(([region, inRegion]) => ({
    region,
    zones: inRegion
      .map((zone) => ({ zone, place: placeOf(zone) }))
      .sort((a, b) => a.place.localeCompare(b.place, 'en')),
  }));
}

/** Every IANA zone this Node knows, by region, places in the order of the alphabet. */
export const ZONE_REGIONS: readonly ZoneRegion[] = regionsOf(
  Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone.includes('/'))
    .map((zone) => RENAMED[zone] ?? zone),
);
