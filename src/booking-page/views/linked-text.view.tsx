import type { JSX } from 'preact';
import { parseSecureAddress } from '../../shared/text/web-address.js';
import { Outward } from './outward.view.js';

const ADDRESS = /https:\/\/[\x21-\x7e]+/g;
/** What ends a sentence, not an address. */
const TRAILING = /[.,;:!?'")\]}>]+$/;

/** A piece of a text, and where it leads when it is a link. */
export interface TextPiece {
  readonly text: string;
  readonly url: string | null;
}

/** Cuts a text at its links. What could lead elsewhere than it reads stays text. */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(TRAILING, '');
    if (!isPlain(address)) continue;
    pieces.push({ text: text.slice(end, index), url: null }, { text: address, url: address });
    end = index + address.length;
  }
  return [...pieces, { text: text.slice(end), url: null }].filter((piece) => piece.text !== '');
}

/** Letters of other alphabets in a name look like others; they are shown, and lead nowhere. */
const isPlain = (address: string): boolean =>
  parseSecureAddress(address).ok && !/xn--/i.test(address);

/** A host's text as they wrote it, its plain links as links. */
export function LinkedText({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {textPieces(text).map((piece) =>
        piece.url === null ? (
          piece.text
        ) : (
          <Outward href={piece.url} rel="noopener noreferrer nofollow">
            {piece.text}
          </Outward>
        ),
      )}
    </>
  );
}
