import { DateTime } from 'luxon';
import { say } from '../../src/language/say.js';
import { nameWithKey } from '../core/seen-people.js';
import type { Button, Choice, Line, Message, TextPart } from '../core/message.js';

export interface Block {
  /** `#bookings ▸`, or null for an answer to what was typed. */
  readonly where: string | null;
  readonly message: Message;
  /** The number of the message's first button. */
  readonly firstNumber: number;
}

/** A message as lines of text. */
export function blockOf({ where, message, firstNumber }: Block): string {
  const [first = '', ...rest] = [
    ...(message.title === undefined ? [] : [message.title]),
    ...message.lines.map(lineText),
    ...(message.code?.split('\n').map(plain) ?? []),
    ...answerLines(message),
    ...(message.file ? [message.file.name, ...message.file.text.split('\n').map(plain)] : []),
    ...buttonLine(message.buttons ?? [], firstNumber),
  ];
  const head = where === null ? first : `${where} ${first}`;
  const indent = where === null ? '' : '  ';
  return [head, ...rest.map((line) => indent + line)].join('\n');
}

const lineText = (line: Line): string => line.map(partText).join('');

function partText(part: TextPart): string {
  if (typeof part === 'string') return plain(part);
  if (part.kind === 'person') return plain(nameWithKey(part));
  if (part.kind === 'link') return part.label ? `${plain(part.label)} ${part.url}` : part.url;
  const shown = DateTime.fromMillis(part.at, { zone: part.timeZone, locale: 'en-GB' }).toFormat(
    'ccc d LLL yyyy, HH:mm',
  );
  const named = `${shown} (${part.timeZone})`;
  return part.isFormer ? say('console:former', { time: named }) : named;
}

function buttonLine(buttons: readonly Button[], firstNumber: number): string[] {
  if (buttons.length === 0) return [];
  const labels = buttons.map(({ label }, index) =>
    say('console:button', { number: firstNumber + index, label }),
  );
  return [labels.join('   ')];
}

/** How to answer: by the words that the question names, or by a number. */
function answerLines({ choices, typed }: Message): string[] {
  if (typed !== undefined) return [plain(typed)];
  return choices?.options.length ? choiceLines(choices.options) : [];
}

/** Numbered, so that a number is an answer; each group on a line, and few that belong to none. */
function choiceLines(options: readonly Choice[]): string[] {
  const numbered = options.map(({ label, group }, index) => ({
    group,
    text: say('console:choice', { number: index + 1, label: plain(label) }),
  }));
  const groups = Map.groupBy(numbered, ({ group }) => group);
  return [...groups].flatMap(([group, inGroup]) => {
    const texts = inGroup.map(({ text }) => text);
    if (group !== undefined) return [`${group}: ${texts.join('   ')}`];
    return texts.length <= FEW ? [texts.join('   ')] : texts;
  });
}

/** So many choices stand on one line. */
const FEW = 3;

/** Text from people may hold control characters that would steer a terminal. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => (character === '\n' ? '\n' : ' '));
}
