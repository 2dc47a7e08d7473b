import { done, type Outcome, refused } from '../../shared/outcome.js';

/** A word of a line, or several in quotation marks. */
export interface Token {
  /** Without the quotation marks. */
  readonly text: string;
  /** Where in `text` the quoted part starts; null when nothing is quoted. */
  readonly quotedFrom: number | null;
  /** Where the token stands in the line, quotation marks included. */
  readonly start: number;
  readonly end: number;
}

/** A quotation mark that is never closed. */
export interface OpenQuote {
  readonly quote: string;
}

/** Phones and macOS type typographic marks; languages pair them in different ways. */
const DOUBLE = '"“”„‟«»＂';
const SINGLE = "'‘’‚‛‹›";
const SPACE = /\s/;

/** Splits a line at spaces. A quotation mark counts at the start of a word, and after `=` or `:`. */
export function splitWords(line: string): Outcome<readonly Token[], OpenQuote> {
  const tokens: Token[] = [];
  for (let at = skipSpace(line, 0); at < line.length; at = skipSpace(line, at)) {
    const token = readToken(line, at);
    if (!token.ok) return token;
    tokens.push(token.value);
    at = token.value.end;
  }
  return done(tokens);
}

/** What several tokens say: the text of one, else the line as it was written between them. */
export function textOf(line: string, tokens: readonly Token[]): string {
  const [first, ...more] = tokens;
  if (!first) return '';
  if (more.length === 0) return first.text;
  const isOnePiece = more.every(({ start }, index) =>
    /^\s*$/.test(line.slice(tokens[index]?.end ?? 0, start)),
  );
  const end = more.at(-1)?.end ?? first.end;
  return isOnePiece ? line.slice(first.start, end) : tokens.map(({ text }) => text).join(' ');
}

function skipSpace(line: string, from: number): number {
  let at = from;
  while (at < line.length && SPACE.test(line.charAt(at))) at += 1;
  return at;
}

function readToken(line: string, start: number): Outcome<Token, OpenQuote> {
  let at = start;
  while (at < line.length && !SPACE.test(line.charAt(at))) {
    const mark = line.charAt(at);
    const mayOpen = at === start || /[=:]/.test(line.charAt(at - 1));
    if (mayOpen && isMark(mark)) return readQuoted(line, start, at);
    at += 1;
  }
  return done({ text: line.slice(start, at), quotedFrom: null, start, end: at });
}

function readQuoted(line: string, start: number, open: number): Outcome<Token, OpenQuote> {
  const mark = line.charAt(open);
  const marks = DOUBLE.includes(mark) ? DOUBLE : SINGLE;
  const close = closingMark(line, open + 1, marks);
  if (close === null) return refused({ quote: mark });
  const inner = line.slice(open + 1, close).replace(/\\(["'“”„‟«»＂])/g, '$1');
  const text = line.slice(start, open) + inner;
  return done({ text, quotedFrom: open - start, start, end: close + 1 });
}

/** A mark in front of a space or the end closes; an apostrophe within a word does not. */
function closingMark(line: string, from: number, marks: string): number | null {
  for (let at = from; at < line.length; at += 1) {
    const isLast = at + 1 === line.length || SPACE.test(line.charAt(at + 1));
    if (isLast && marks.includes(line.charAt(at)) && line.charAt(at - 1) !== '\\') return at;
  }
  return null;
}

const isMark = (character: string): boolean =>
  DOUBLE.includes(character) || SINGLE.includes(character);
