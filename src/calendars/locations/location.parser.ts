import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { splitWords, type Token, textOf } from '../words/line-words.js';
import { inQuotes, plainWords, quoted } from '../words/plain-words.js';
import { type Location, NOWHERE } from './location.js';

type Read = Outcome<Location, SentenceProblem>;

/** Whatever is asked for and needs an account at another company. */
const CONNECTED = /^(?:google|meet|google meet|teams|microsoft teams|ms teams|zoom)$/;
const HOST_CALLS = /^(?:host calls?(?: (?:them|the attendee|the guest))?|i call|outgoing)?$/;

/**
 * `phone host calls`, `phone +49 30 123456`, `address "Office Mitte" "Torstr. 1, 10119 Berlin"`,
 * `link https://…`, `slack huddle`, `discord voice #room`, `ask`, `none`. Whether number and link
 * are any is for the schema to say.
 */
export function parseLocation(text: string): Read {
  const line = text.trim();
  const split = splitWords(line);
  if (!split.ok) return unreadable(text);
  const [first, ...rest] = split.value;
  const words = plainWords(line);
  if (/^(?:none|no|off|nowhere)?$/.test(words)) return done(NOWHERE);
  if (CONNECTED.test(words)) return refusedWith(say('intake:location.connected'));
  const said = { line, rest };
  switch (first?.text.toLowerCase()) {
    case 'phone':
    case 'call':
      return phone(textOf(line, rest));
    case 'address':
      return address(text, said);
    case 'link':
    case 'url':
      return done({ kind: 'link', url: textOf(line, rest) });
    case 'slack':
    case 'huddle':
      return /^(?:slack(?: huddle)?|huddle)$/.test(words)
        ? done({ kind: 'slack-huddle' })
        : unreadable(text);
    case 'discord':
    case 'voice':
      return voice(words, line);
    case 'ask':
      return done({ kind: 'ask' });
    default:
      return /^https?:/i.test(line) ? done({ kind: 'link', url: line }) : unreadable(text);
  }
}

/** The present place, so that it is read back. */
export function locationText(location: Location): string {
  switch (location.kind) {
    case 'none':
      return say('settings:none');
    case 'phone-host-calls':
      return 'phone host calls';
    case 'phone-attendee-calls':
      return `phone ${location.number}`;
    case 'address':
      return `address ${inQuotes(location.label)} ${inQuotes(location.address)}`;
    case 'link':
      return `link ${location.url}`;
    case 'slack-huddle':
      return 'slack huddle';
    case 'discord-voice':
      return `discord voice ${location.channel}`;
    case 'ask':
      return 'ask';
  }
}

function phone(text: string): Read {
  if (HOST_CALLS.test(plainWords(text))) return done({ kind: 'phone-host-calls' });
  const number = text.replace(/^(?:attendee|guest|they) calls?\s*/i, '');
  return number === ''
    ? refusedWith(say('intake:location.numberMissing'))
    : done({ kind: 'phone-attendee-calls', number });
}

interface Rest {
  readonly line: string;
  readonly rest: readonly Token[];
}

/** A label alone is its own address; without quotation marks a comma ends the label. */
function address(text: string, { line, rest }: Rest): Read {
  const [label, ...more] = rest;
  if (!label) return refusedWith(say('intake:location.addressMissing'));
  if (label.quotedFrom === 0) {
    const where = textOf(line, more);
    return done({ kind: 'address', label: label.text, address: where === '' ? label.text : where });
  }
  const whole = textOf(line, rest);
  const [, name = '', where = ''] = /^([^,]+),(.+)$/s.exec(whole) ?? [];
  if (where.trim() === '') return unreadable(text);
  return done({ kind: 'address', label: name.trim(), address: where.trim() });
}

function voice(words: string, line: string): Read {
  const named = /^(?:discord(?: voice)?|voice)(?: channel)?\s+(\S.*)$/is.exec(line)?.[1];
  if (named === undefined || /^discord(?: voice)?(?: channel)?$/.test(words)) {
    return refusedWith(say('intake:location.channelMissing'));
  }
  return done({ kind: 'discord-voice', channel: named });
}

const unreadable = (text: string) =>
  refusedWith(say('intake:location.unreadable', { text: quoted(text) }));
