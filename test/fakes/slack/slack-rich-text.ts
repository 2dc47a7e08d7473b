/** A node of rich text: a block, a section, a list, or a piece in one. */
export interface RichText {
  readonly type: string;
  readonly elements?: readonly RichText[];
  readonly text?: string;
  readonly url?: string;
  readonly user_id?: string;
  readonly channel_id?: string;
  readonly timestamp?: number;
  readonly format?: string;
  readonly name?: string;
  readonly range?: string;
  readonly style?: { readonly strike?: boolean };
}

export interface RichTextReader {
  readonly nameOf: (id: string) => string;
  /** An instant in epoch seconds, as Slack writes it in this format. */
  readonly date: (seconds: number, format: string) => string;
}

/** As it is read: what is struck out between `~`, links with where they lead. */
export function richText(node: RichText, reader: RichTextReader): string {
  const inner = (node.elements ?? []).map((one) => richText(one, reader));
  if (node.type === 'rich_text_list') return inner.map((line) => `• ${line}`).join('\n');
  if (node.type === 'rich_text') return inner.join('\n');
  if (node.elements) return inner.join('');
  const words = wordsOf(node, reader);
  return node.style?.strike ? `~${words}~` : words;
}

function wordsOf(node: RichText, { nameOf, date }: RichTextReader): string {
  const { text = '', url = '' } = node;
  switch (node.type) {
    case 'link':
      return text === '' ? url : `${text} (${url})`;
    case 'user':
      return `@${nameOf(node.user_id ?? '')}`;
    case 'channel':
      return `#${nameOf(node.channel_id ?? '')}`;
    case 'date':
      return date(node.timestamp ?? 0, node.format ?? '');
    case 'broadcast':
      return `PING ${node.range ?? ''}`;
    case 'emoji':
      return `:${node.name ?? ''}:`;
    default:
      return text;
  }
}
