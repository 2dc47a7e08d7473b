import { distance } from 'fastest-levenshtein';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { zoneOfLetters, zoneOfPlace } from './city-zones.js';
import { plainWords, quoted } from './plain-words.js';
import { canonicalTimeZone, zoneNames } from './time-zone-names.js';

const OFFSET = /^(?:utc|gmt|z)? ?[+-] ?\d|^etc\/gmt/;
/** No zone and no place in our list is longer. */
const MOST_LENGTH = 64;
/** Cities that give a zone its name go before others that resemble a text as much. */
const PLACE_PENALTY = 0.5;

const zoneOfCity: ReadonlyMap<string, string> = new Map(
  zoneNames.map((zone) => [spokenName(zone.slice(zone.lastIndexOf('/') + 1)), zone]),
);

/**
 * Reads the name of a zone or of a city: `Europe/Berlin`, `europe/berlin`, `berlin`, `Kiev`, `munich`.
 * Fixed offsets and abbreviations are refused, because they know no summer time.
 */
export function parseTimeZone(text: string): Outcome<string, SentenceProblem> {
  const name = text.trim();
  const words = plainWords(text);
  if (words === '') return refusedWith(say('words:zone.empty'));
  if (words.length > MOST_LENGTH) return unknown(text);
  const zone = canonicalTimeZone(name.replaceAll(' ', '_')) ?? zoneOfName(words);
  if (zone !== null) return done(zone);
  const example = zoneOfLetters.get(words);
  if (example !== undefined) {
    return refusedWith(say('words:zone.letters', { text: quoted(name.toUpperCase()), example }));
  }
  if (OFFSET.test(words)) return refusedWith(say('words:zone.offset', { text: quoted(name) }));
  const near = nearestTimeZones(words);
  if (near.length === 0) return unknown(text);
  const zones = near.join(', ');
  return refusedWith(say('words:zone.didYouMean', { text: quoted(name), zones }));
}

/** Up to `most` zones whose name or city starts with a text or resembles it, the best first. */
export function nearestTimeZones(text: string, most = 3): readonly string[] {
  const wanted = spokenName(plainWords(text).slice(0, MOST_LENGTH));
  const city = wanted.slice(wanted.lastIndexOf('/') + 1);
  if (city.length < 3) return [];
  const scored = [...zoneOfCity, ...zoneOfPlace].map(([name, zone]) => ({
    zone,
    score: Math.min(
      likeness(city, name) + (zoneOfPlace.has(name) ? PLACE_PENALTY : 0),
      likeness(wanted, spokenName(zone)),
    ),
  }));
  const near = scored
    .filter(({ score }) => score <= Math.min(2, city.length / 3))
    .toSorted((one, other) => one.score - other.score);
  const best = near.filter(({ score }) => score === near[0]?.score);
  return [...new Set(best.map(({ zone }) => zone))].slice(0, most);
}

function likeness(wanted: string, name: string): number {
  return name.startsWith(wanted) ? 0 : distance(wanted, name);
}

function zoneOfName(words: string): string | null {
  const name = spokenName(words);
  const former = name === 'kiev' ? 'kyiv' : name;
  return zoneOfCity.get(former) ?? zoneOfPlace.get(former) ?? null;
}

const unknown = (text: string) =>
  refusedWith(say('words:zone.unknown', { text: quoted(text.slice(0, MOST_LENGTH)) }));

function spokenName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[_\s-]+/g, ' ')
    .trim();
}
