import { DateTime } from 'luxon';
import { type RichText, richText } from './slack-rich-text.js';
import type { SlackBlock, SlackElement, SlackText } from './slack-blocks.js';
import { plain } from './slack-control.js';
import { isEmpty, type FieldValue, initialValue, valueText } from './slack-field-value.js';

/** Who reads: whose clock times are shown by, and what ids are called. */
export interface SlackReader {
  readonly timeZone: string;
  /** The name of a person or channel, by id. */
  nameOf(id: string): string;
}

/** What a person reads in blocks: one line each, buttons in brackets, fields as `Label: value`. */
export function blocksText(
  blocks: readonly SlackBlock[],
  reader: SlackReader,
  valueAt?: (blockId: string, actionId: string) => FieldValue | undefined,
): string {
  const element = (block: SlackBlock, one: SlackElement): string => {
    if (one.type === 'button') return `[${plain(one.text)}]`;
    if (one.type === 'overflow') return '[…]';
    if (one.type === 'image' || one.type === 'mrkdwn' || one.type === 'plain_text') {
      return shown(one, reader);
    }
    const value = valueAt?.(block.block_id ?? '', one.action_id ?? '') ?? initialValue(one);
    return isEmpty(value) ? `<${plain(one.placeholder)}>` : valueText(value);
  };
  const rich = (block: SlackBlock): string =>
    richText(block as RichText, {
      nameOf: (id) => reader.nameOf(id),
      date: (seconds, format) => shownDate(seconds, format, reader.timeZone),
    });
  return blocks
    .map((block) => {
      if (block.type === 'rich_text') return rich(block);
      const label = block.label ? `${block.label.text}: ` : '';
      const texts = [block.text, ...(block.fields ?? [])].flatMap((one) =>
        one === undefined ? [] : [shown(one, reader)],
      );
      const elements = [block.element, ...(block.elements ?? []), block.accessory].flatMap((one) =>
        one ? [element(block, one)] : [],
      );
      const hint = block.hint ? [`(${block.hint.text})`] : [];
      return label + [...texts, ...elements, ...hint].filter(Boolean).join(' ');
    })
    .filter(Boolean)
    .join('\n');
}

const shown = (text: string | SlackText | SlackElement, reader: SlackReader): string => {
  if (typeof text === 'string') return shownMrkdwn(text, reader);
  const words = plain(typeof text.text === 'object' ? text.text : (text.text ?? ''));
  return text.type === 'plain_text' ? words : shownMrkdwn(words, reader);
};

/** Slack's mark-up as it is read: dates by the reader's clock, links with where they lead. */
export function shownMrkdwn(text: string, reader: SlackReader): string {
  return text
    .replace(
      /<!date\^(\d+)\^([^|>^]+)(?:\^[^|>]+)?\|[^>]*>/g,
      (_all, seconds: string, format: string) =>
        shownDate(Number(seconds), format, reader.timeZone),
    )
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (_all, id: string) => `@${reader.nameOf(id)}`)
    .replace(/<#([A-Z0-9]+)(?:\|[^>]*)?>/g, (_all, id: string) => `#${reader.nameOf(id)}`)
    .replace(/<!(channel|here|everyone)[^>]*>/g, (_all, whom: string) => `PING ${whom}`)
    .replace(/<((?:https?|mailto|tel):[^|>]+)\|([^>]*)>/g, '$2 ($1)')
    .replace(/<((?:https?|mailto|tel):[^>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const TOKENS: Readonly<Record<string, string>> = {
  date_num: 'yyyy-MM-dd',
  date_slash: 'MM/dd/yyyy',
  date_long: 'cccc, d MMMM yyyy',
  date_short: 'd MMM yyyy',
  date: 'd MMMM yyyy',
  time_secs: 'HH:mm:ss',
  time: 'HH:mm',
  day_divider_pretty: 'cccc, d MMMM',
};

function shownDate(seconds: number, format: string, zone: string): string {
  const at = DateTime.fromSeconds(seconds, { zone, locale: 'en-GB' });
  return format.replace(/\{(\w+)\}/g, (all, token: string) => {
    const pattern = TOKENS[token] ?? TOKENS[token.replace('_pretty', '')];
    return pattern === undefined ? all : at.toFormat(pattern);
  });
}
