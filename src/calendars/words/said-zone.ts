import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { parseTimeZone } from './time-zone.parser.js';

/** Words without those that say by whose clocks a time is meant. */
export interface SaidZone {
  readonly rest: string;
  /** Null for the speaker's own. */
  readonly zone: Outcome<string | null, SentenceProblem>;
}

const OWN = /,? ?\b(?:in )?my (?:own )?(?:time(?: ?zone)?|zone)\b/;
const SOMEBODYS =
  /,? ?\b(?:in )?(?:your|their|his|her|the host(?:'|’)?s) (?:time(?: ?zone)?|zone)\b/;
/** `10:00 (Europe/London)`, `10:00 in london`, `10:00 new york time`. */
const PLACES = [/^(.+?),? ?\((.+)\)$/, /^(.+?),? in ([^\d,]+?)(?: time)?$/];
const PLACE_TIME = /^(.+?\d[^ ]*(?: ?[ap]m)?),? ([^\d,]+) time$/;

/** Parts words that went through `plainWords`; null when they speak of no zone. */
export function saidZone(words: string): SaidZone | null {
  const without = (pattern: RegExp) => words.replace(pattern, '').trim();
  if (OWN.test(words)) return { rest: without(OWN), zone: done(null) };
  if (SOMEBODYS.test(words)) {
    return { rest: without(SOMEBODYS), zone: refusedWith(say('words:when.whoseTime')) };
  }
  for (const pattern of [...PLACES, PLACE_TIME]) {
    const [, rest = '', place = ''] = pattern.exec(words) ?? [];
    const zone = place === '' ? null : parseTimeZone(place);
    if (zone?.ok) return { rest, zone };
  }
  return null;
}
