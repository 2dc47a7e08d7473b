import { zoneNames } from '../../calendars/words/time-zone-names.js';
import { zoneName } from '../../language/time-words.js';

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

/** Every IANA zone this Node knows by its present name, by region, places in the order of the alphabet. */
export const ZONE_REGIONS: readonly ZoneRegion[] = regionsOf(
  zoneNames.filter((zone) => zone.includes('/')),
);
