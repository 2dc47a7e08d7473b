/** A line holds at most 75 octets, its CRLF not counted (RFC 5545, 3.1). */
const MOST_OCTETS = 75;
/** All but tab and line feed, which TEXT can carry. */
const CONTROLS = /[^\P{Cc}\t\n]/gu;
const NOT_FOR_PARAMETERS = /[^\p{L}\p{M}\p{N} .'’-]+/gu;

/** One content line, folded: `contentLine('SUMMARY', textValue(title))`. Ends in CRLF. */
export function contentLine(name: string, value: string): string {
  let folded = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n ';
      // The space that continues a line counts in it.
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}

/** Text of a person as a value of type TEXT (RFC 5545, 3.3.11). */
export const textValue = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** A person's name in a parameter, which has no way to escape: letters, digits and what joins names. */
export const nameParameter = (name: string): string =>
  `"${name.replace(NOT_FOR_PARAMETERS, ' ').replace(/\s+/g, ' ').trim()}"`;

/** An address that was read as one before. What means something else in a URI is encoded. */
export const mailAddress = (address: string): string =>
  `mailto:${address.replace(/[%?#&/^`{|}]/g, encodeURIComponent)}`;
