import type { KnownBlock } from '@slack/types';
import { say } from '../../src/language/say.js';
import type { Button, Choices, Line, Message, TextPart } from '../core/message.js';
import { choiceId, choiceValue, pressIds } from './ids.parser.js';
import {
  boldBlock,
  codeBlocks,
  linesBlocks,
  MOST_IN_ALL,
  spokenLines,
  spokenTime,
} from './lines.renderer.js';
import { MOST_CHOICES, optionList } from './options.renderer.js';
import { cutText, escapeText, literalText, plainText } from './slack-text.js';

/** A message in Slack's shape: `text` stands alone in notifications and for screen readers. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export const slackMessage = (message: Message): SlackMessage => ({
  text: spokenMessage(message),
  blocks: fitting(messageBlocks(message), 50),
});

/** Beneath a link that somebody posted. */
export const unfurl = (message: Message): { readonly blocks: KnownBlock[] } => ({
  blocks: fitting(messageBlocks(message), 50),
});

/** A message as blocks, however many they are. */
export function messageBlocks(message: Message): KnownBlock[] {
  const { title, lines, code, file, choices, buttons = [] } = message;
  return [
    ...(title === undefined ? [] : [titleBlock(title)]),
    ...linesBlocks(
      choices ? spokenLines(lines) : lines,
      MOST_IN_ALL - roomOf(code, MOST_CODE) - roomOf(file?.text, MOST_FILE),
    ),
    ...(code === undefined ? [] : codeBlocks(code, MOST_CODE)),
    ...(file === undefined ? [] : [boldBlock(file.name), ...codeBlocks(file.text, MOST_FILE)]),
    ...(choices && choices.options.length > 0 ? choiceBlocks(choices) : []),
    ...buttonBlocks(buttons),
  ];
}

/** What is to be copied or kept goes before lines, of which less is shown then. */
const MOST_CODE = 3_000;
export const MOST_FILE = 5_000;
const roomOf = (text = '', most: number): number => Math.min(text.length, most);

/** As many blocks as a surface holds; says how many there was no room for. */
export function fitting(blocks: readonly KnownBlock[], most: number): KnownBlock[] {
  if (blocks.length <= most) return [...blocks];
  const left = blocks.length - most + 1;
  return [
    ...blocks.slice(0, most - 1),
    ...linesBlocks([[say('slack:moreParts', { count: left })]]),
  ];
}

const MOST_TITLE = 150;

/** A header has room for one short line and wraps badly beyond. */
function titleBlock(title: string): KnownBlock {
  const isShort = title.length <= MOST_TITLE && title.trim() !== '';
  return isShort ? { type: 'header', text: plainText(title, MOST_TITLE) } : boldBlock(title);
}

/** Characters of a button; it shows about 30 of them on a phone. */
const MOST_BUTTON = 75;
const MOST_ELEMENTS = 25;

function buttonBlocks(buttons: readonly Button[]): KnownBlock[] {
  const elements = buttons.map((button, index) => ({
    type: 'button' as const,
    text: plainText(button.label, MOST_BUTTON),
    ...pressIds(button, index),
    ...(button.look === undefined ? {} : { style: button.look }),
  }));
  return actionBlocks(elements);
}

type Elements = Extract<KnownBlock, { type: 'actions' }>['elements'];

const actionBlocks = (elements: Elements): KnownBlock[] =>
  Array.from({ length: Math.ceil(elements.length / MOST_ELEMENTS) }, (_, index) => ({
    type: 'actions',
    elements: elements.slice(index * MOST_ELEMENTS, (index + 1) * MOST_ELEMENTS),
  }));

/** So many short choices are buttons; others are a select, in which one can type to find one. */
const MOST_BUTTONS = 5;
const MOST_SHORT = 30;

function choiceBlocks(choices: Choices): KnownBlock[] {
  const { options } = choices;
  const isShort = options.every(
    ({ label, group }) => group === undefined && label.length <= MOST_SHORT,
  );
  if (options.length <= MOST_BUTTONS && isShort) {
    const buttons = options.map((option, index) => ({
      type: 'button' as const,
      text: plainText(option.label, MOST_BUTTON),
      action_id: choiceId(choices, index),
      value: choiceValue(option),
      ...(option.look === undefined ? {} : { style: option.look }),
    }));
    return actionBlocks(buttons);
  }
  const left = options.length - MOST_CHOICES;
  const placeholder = plainText(say('slack:choose'), 150);
  const action_id = choiceId(choices, 'select');
  return [
    ...actionBlocks([{ type: 'static_select', action_id, placeholder, ...optionList(options) }]),
    ...(left > 0 ? linesBlocks([[say('slack:moreChoices', { count: left })]]) : []),
  ];
}

const MOST_SPOKEN = 3_000;

function spokenMessage({ title, lines, code, file }: Message): string {
  const texts = [
    ...(title === undefined ? [] : [literalText(title)]),
    ...lines.map(spokenLine),
    ...(code === undefined ? [] : [literalText(code)]),
    ...(file === undefined ? [] : [literalText(file.name)]),
  ];
  const spoken = texts.join('\n').trim();
  return spoken === '' ? say('names:product') : withoutBrokenEnd(cutText(spoken, MOST_SPOKEN));
}

/** An escaped character that was cut in half would be shown as its code. */
const withoutBrokenEnd = (text: string): string => text.replace(/&[a-z]{0,3}…$/, '…');

const spokenLine = (line: Line): string => line.map(spokenPart).join('');

function spokenPart(part: TextPart): string {
  if (typeof part === 'string') return literalText(part);
  if (part.kind === 'person') return literalText(part.name);
  if (part.kind === 'link') return escapeText(part.url);
  const time = spokenTime(part.at, part.timeZone);
  return part.isFormer ? say('slack:former', { time }) : time;
}
