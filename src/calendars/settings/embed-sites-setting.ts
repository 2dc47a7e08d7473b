import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { plainWords, quoted } from '../words/plain-words.js';
import { checked, type Setting } from './setting.js';

const MOST_SITES = 20;

/** A source of the Content-Security-Policy, and nothing that could end one. */
const SITE = /^https?:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/;

/** The sites that may show the booking page in a frame, `https://*.example.com`; none means any. */
export const embedSitesSetting: Setting<readonly string[]> = {
  name: 'embed-sites',
  schema: z
    .array(z.string().max(255).regex(SITE), {
      error: () => say('settings:embedSites.malformed'),
    })
    .max(MOST_SITES, { error: () => say('settings:embedSites.tooMany', { most: MOST_SITES }) }),
  parse: (text) => checked(embedSitesSetting.schema, readSites(text)),
  describe: (sites) => (sites.length === 0 ? say('settings:embedSites.any') : sites.join(', ')),
  from: ({ embedSites }) => embedSites,
  patch: (embedSites) => ({ embedSites }),
};

function readSites(text: string): Outcome<readonly string[], SentenceProblem> {
  const typed = plainWords(text);
  if (/^(?:any|all|every|everywhere)(?: sites?)?$/.test(typed)) return done([]);
  const sites = typed
    .split(/[\s,;]+/)
    .filter((word) => word !== '' && word !== 'and')
    .map((word) => ({ word, site: siteIn(word) }));
  const unread = sites.find(({ site }) => site === null);
  if (unread || sites.length === 0) {
    return refusedWith(say('settings:embedSites.unreadable', { text: quoted(unread?.word ?? '') }));
  }
  return done([...new Set(sites.flatMap(({ site }) => site ?? []))]);
}

/** `example.com/contact` is `https://example.com`: browsers compare no more than that. */
function siteIn(word: string): string | null {
  const [, scheme, star = '', rest = ''] = /^(https?:\/\/)?(\*\.)?(.+)$/.exec(word) ?? [];
  const address = `${scheme ?? 'https://'}${rest}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  // A word without a dot names a site only to somebody who writes how it is reached.
  if (!url || url.username !== '' || (scheme === undefined && !url.hostname.includes('.'))) {
    return null;
  }
  const site = `${url.protocol}//${star}${url.host}`;
  return SITE.test(site) ? site : null;
}
