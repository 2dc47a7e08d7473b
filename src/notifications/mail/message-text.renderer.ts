import type { Message, MessageRow } from '../messages/message.js';

/** A message as plain text. What people wrote is indented, so that it cannot pass for ours. */
export function messageText({ heading, sentences, rows, link, optOut, footing }: Message): string {
  return [
    heading,
    sentences.join('\n'),
    ...rows.map(rowText),
    ...(link === null ? [] : [`${link.label}:\n${link.url}`]),
    `-- \n${[footing, ...(optOut ? [`${optOut.label}: ${optOut.url}`] : [])].join('\n')}`,
    '',
  ].join('\n\n');
}

function rowText({ label, lines, note, url }: MessageRow): string {
  const below = [lines, note ?? [], url ?? []].flat();
  return [label, ...below.map((line) => `  ${line}`)].join('\n');
}
