import type { Message, MessageRow } from '../messages/message.js';

/** A message as plain text. What people wrote is indented, so that it cannot pass for ours. */
export function messageText(message: Message): string {
  const { state, heading, sentences, rows, link, optOut, footing } = message;
  return [
    state === null ? heading : `${state.label}: ${heading}`,
    sentences.join('\n'),
    ...rows.map(rowText),
    ...(link === null ? [] : [`${link.label}:\n${link.url}`]),
    `-- \n${[footing, ...(optOut ? [`${optOut.label}: ${optOut.url}`] : [])].join('\n')}`,
    '',
  ].join('\n\n');
}

function rowText({ label, lines, notes = [], url }: MessageRow): string {
  const below = [lines, notes, url ?? []].flat();
  return [label, ...below.map((line) => `  ${line}`)].join('\n');
}
