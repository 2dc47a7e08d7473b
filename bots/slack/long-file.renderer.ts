import { say } from '../../src/language/say.js';
import type { Message } from '../core/message.js';
import { MOST_FILE } from './message.renderer.js';
import { linewise } from './slack-text.js';

/** A second passes between two of them. */
const MOST_PARTS = 60;

/**
 * A message with what it holds as a file in as many more as that takes, to be put together in this order;
 * the last one says how much there was no room for.
 */
export function withFileInParts(message: Message): readonly Message[] {
  const { file, ...rest } = message;
  if (!file || file.text.length <= MOST_FILE) return [message];
  const all = linewise(file.text, MOST_FILE);
  const last = all.slice(MOST_PARTS - 1).join('\n');
  const texts = [...all.slice(0, MOST_PARTS - 1), ...(last === '' ? [] : [last])];
  const count = texts.length;
  return [
    { ...rest, lines: [...rest.lines, [say('slack:fileFollows', { count, file: file.name })]] },
    ...texts.map((text, index) => ({
      lines: [],
      file: { name: say('slack:filePart', { file: file.name, part: index + 1, count }), text },
    })),
  ];
}
