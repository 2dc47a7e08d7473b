import { describe, expect, it } from '@jest/globals';
import { withFileInParts } from './long-file.renderer.js';
import { slackMessage } from './message.renderer.js';

const message = (text: string) => ({
  title: 'All of it',
  lines: [],
  file: { name: 'a.json', text },
});
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ index, café: '👩‍👩‍👧' }));

/** What can be copied out of a message. */
const copied = (shown: ReturnType<typeof slackMessage>) =>
  shown.blocks.flatMap((block) =>
    block.type === 'rich_text'
      ? block.elements.flatMap((element) =>
          element.type === 'rich_text_preformatted'
            ? element.elements.flatMap((one) => (one.type === 'text' ? [one.text] : []))
            : [],
        )
      : [],
  );

describe('a file in Slack', () => {
  it('stays where it is as long as it has room there', () => {
    const short = message(JSON.stringify(rows(3)));
    expect(withFileInParts(short)).toEqual([short]);
  });

  it('that is longer follows whole, in parts that end with a line', () => {
    const text = JSON.stringify(rows(2_000), null, 2);
    const [first, ...parts] = withFileInParts(message(text));
    const count = parts.length;
    expect(first).toEqual({
      title: 'All of it',
      lines: [
        [`It is long: a.json follows in ${count} messages, to be put together in their order.`],
      ],
    });
    expect(parts[1]?.file?.name).toBe(`a.json, part 2 of ${count}`);
    expect(parts.flatMap((part) => copied(slackMessage(part))).join('\n')).toBe(text);
  });

  it('that is too long by far says how much is left out', () => {
    const parts = withFileInParts(message('one line\n'.repeat(100_000)));
    const last = parts.at(-1);
    expect(parts).toHaveLength(61);
    expect(
      last &&
        slackMessage(last)
          .blocks.map((block) => JSON.stringify(block))
          .at(-1),
    ).toMatch(/… and \d+ more characters, for which there is no room here/);
  });
});
