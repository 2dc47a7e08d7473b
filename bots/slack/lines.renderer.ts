import type { RichTextBlock, RichTextElement, RichTextPreformatted } from '@slack/types';
import { describeWhen } from '../../src/calendars/words/when.parser.js';
import { say } from '../../src/language/say.js';
import type { Line, TextPart } from '../core/message.js';
import { SLACK, userIn } from './slack-address.js';
import { beginningOf, cutText, linewise, visible } from './slack-text.js';

/** Characters of one block, as for the sections that Slack documents. */
const MOST_IN_BLOCK = 3_000;
/** Slack refuses messages whose blocks hold about 12,000 characters; buttons and selects need room, too. */
export const MOST_IN_ALL = 8_000;
/** What an element weighs beside its text. */
const ELEMENT_WEIGHT = 40;

/**
 * Lines as rich text: what a person wrote is an element of text, which Slack shows as it stands, so that
 * nothing in it can become a mention, a link or a format. Times are shown in each reader's zone.
 */
export function linesBlocks(lines: readonly Line[], room = MOST_IN_ALL): RichTextBlock[] {
  const { blocks, left } = packed(lines.map(lineElements), room);
  const more = left === 0 ? [] : [[textElement(say('slack:moreLines', { count: left }))]];
  return [...blocks, ...(more.length === 0 ? [] : [more])].filter(isShown).map(richText);
}

/** What names the rest takes little of the room that all of it has. */
const MOST_BOLD = 500;

/** One bold line. */
export const boldBlock = (text: string): RichTextBlock =>
  richText([[{ ...textElement(visible(text, MOST_BOLD)), style: { bold: true } }]]);

/** Text to be copied as it stands; says how much of it there was no room for. */
export function codeBlocks(text: string, room: number): RichTextBlock[] {
  const kept = beginningOf(text, room);
  const left = Array.from(text.slice(kept.length)).length;
  return [
    ...linewise(kept, MOST_IN_BLOCK).map((piece): RichTextBlock => ({
      type: 'rich_text',
      elements: [code(piece)],
    })),
    ...(left === 0 ? [] : linesBlocks([[say('slack:moreText', { count: left })]])),
  ];
}

/** An instant in words, with its zone: for readers to whom nobody converts it. */
export const spokenTime = (at: number, timeZone: string): string => describeWhen(at, timeZone);

/**
 * Times in words, beside times to choose from: those are in the zone that was chosen, which Slack, showing
 * each reader the one of their profile, would contradict.
 */
export const spokenLines = (lines: readonly Line[]): Line[] =>
  lines.map((line) => line.map(spokenPart));

function spokenPart(part: TextPart): TextPart {
  if (typeof part === 'string' || part.kind !== 'time') return part;
  const time = spokenTime(part.at, part.timeZone);
  return part.isFormer ? say('slack:former', { time }) : time;
}

type Elements = readonly RichTextElement[];

const isShown = (lines: readonly Elements[]): boolean =>
  lines.flat().some((element) => element.type !== 'text' || element.text.trim() !== '');

const code = (text: string): RichTextPreformatted => ({
  type: 'rich_text_preformatted',
  elements: [textElement(text)],
});

const lineElements = (line: Line): Elements => line.flatMap(partElements);

function partElements(part: TextPart): RichTextElement[] {
  if (typeof part === 'string') return textElements(part);
  if (part.kind === 'link') {
    const { url, label } = part;
    const named = label === undefined ? {} : { text: label };
    return isWebAddress(url) ? [{ type: 'link', url, ...named }] : textElements(url);
  }
  if (part.kind === 'person') {
    const isHere = part.platform === SLACK && userIn(`<@${part.key}>`) === part.key;
    return isHere ? [{ type: 'user', user_id: part.key }] : textElements(part.name);
  }
  const { at, timeZone, isFormer } = part;
  const struck = isFormer ? { style: { strike: true } } : {};
  return [
    {
      ...{ type: 'date', timestamp: Math.floor(at / 1_000), format: '{date_long_pretty}, {time}' },
      ...{ fallback: spokenTime(at, timeZone), ...struck },
    },
  ];
}

/** Anything else is shown as text. */
const isWebAddress = (url: string): boolean =>
  /^https?:\/\/\S+$/.test(url) && URL.canParse(url) && url.length <= MOST_IN_BLOCK;

/** No single part takes all the room there is. */
const MOST_IN_PART = 6_000;

const textElements = (text: string): RichTextElement[] =>
  text === '' ? [] : [textElement(cutText(text, MOST_IN_PART))];

const textElement = (text: string) => ({ type: 'text', text: text.toWellFormed() }) as const;

/** Lines in blocks, as many as there is room for; `left` counts the others. */
function packed(lines: readonly Elements[], room: number): { blocks: Elements[][]; left: number } {
  const blocks: Elements[][] = [];
  let inBlock = 0;
  let inAll = 0;
  for (const [index, line] of lines.entries()) {
    const weight = line.reduce((sum, element) => sum + weightOf(element), 1);
    if (inAll + weight > room) return { blocks, left: lines.length - index };
    const last = blocks.at(-1);
    if (last && inBlock + weight <= MOST_IN_BLOCK) last.push(line);
    else blocks.push([line]);
    inBlock = last && inBlock + weight <= MOST_IN_BLOCK ? inBlock + weight : weight;
    inAll += weight;
  }
  return { blocks, left: 0 };
}

function weightOf(element: RichTextElement): number {
  if (element.type === 'text') return element.text.length;
  if (element.type === 'link') return element.url.length + (element.text ?? '').length;
  return element.type === 'date'
    ? (element.fallback ?? '').length + ELEMENT_WEIGHT
    : ELEMENT_WEIGHT;
}

function richText(lines: readonly Elements[]): RichTextBlock {
  const elements = lines.flatMap((line, index) =>
    index === 0 ? line : [textElement('\n'), ...line],
  );
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: joined(elements) }],
  };
}

/** Neighbouring plain texts as one. */
function joined(elements: Elements): RichTextElement[] {
  return elements.reduce<RichTextElement[]>((done, element) => {
    const last = done.at(-1);
    const isPlain =
      last?.type === 'text' && element.type === 'text' && !last.style && !element.style;
    return isPlain
      ? [...done.slice(0, -1), textElement(last.text + element.text)]
      : [...done, element];
  }, []);
}
