/** What a snippet is made of; `words` may come from people. */
interface EmbedFacts {
  /** The booking page. */
  readonly url: string;
  /** Where the product is reached. */
  readonly publicUrl: string;
  readonly words: string;
}

/** HTML that shows a booking page in another site, and a plain link where no script runs. */
export function embedSnippet({ url, publicUrl, words }: EmbedFacts): string {
  const address = escaped(url);
  return [
    `<div data-booking="${address}"><a href="${address}">${escaped(words)}</a></div>`,
    `<script async src="${escaped(publicUrl)}/embed.js"></script>`,
  ].join('\n');
}

/** Backticks too: they would end a block of code in chat. */
const escaped = (text: string): string =>
  text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
