/** The product's own accent; style/tokens.css holds its tokens. */
export const DEFAULT_ACCENT = '#3b5bdb';

type Colour = readonly [red: number, green: number, blue: number];

interface Theme {
  readonly paper: Colour;
  /** The accent's shares in the two tinted grounds. */
  readonly wash: number;
  readonly washStrong: number;
  /** What text is mixed with until it reads. */
  readonly towards: Colour;
}

const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
const LIGHT: Theme = { paper: WHITE, wash: 0.09, washStrong: 0.17, towards: BLACK };
const DARK: Theme = {
  paper: [22, 24, 29],
  wash: 0.17,
  washStrong: 0.28,
  towards: WHITE,
};

/** WCAG 2.2, 1.4.3: text of normal size. */
const READABLE = 4.5;
/** What accent-coloured text gets, since it is often small. */
const COMFORTABLE = 5.5;
/** 1.4.11: the edge of a control. */
const DISTINCT = 3;

const parse = (hex: string): Colour => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const write = (colour: Colour): string =>
  `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

const mixPart = (from: number, to: number, share: number): number =>
  Math.round(from + (to - from) * share);

const mix = (from: Colour, to: Colour, share: number): Colour => [
  mixPart(from[0], to[0], share),
  mixPart(from[1], to[1], share),
  mixPart(from[2], to[2], share),
];

const linear = (part: number): number =>
  part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;

const luminance = ([red, green, blue]: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** WCAG contrast of two colours written '#rrggbb', 1 … 21. */
export function contrast(first: string, second: string): number {
  return contrastOf(parse(first), parse(second));
}

function contrastOf(first: Colour, second: Colour): number {
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** White where it reads; else near-black; black reads wherever both fail. */
const inkOn = (accent: Colour): Colour =>
  [WHITE, parse('#111111')].find((ink) => contrastOf(ink, accent) >= READABLE) ?? BLACK;

/** The accent, as little changed as reads on the paper and on both washes. */
function textOn(accent: Colour, { paper, washStrong, towards }: Theme): Colour {
  const hardest = mix(paper, accent, washStrong);
  const shares = Array.from({ length: 51 }, (_, step) => step / 50);
  const reads = (text: Colour): boolean =>
    contrastOf(text, hardest) >= COMFORTABLE && contrastOf(text, paper) >= COMFORTABLE;
  return shares.map((share) => mix(accent, towards, share)).find(reads) ?? towards;
}

/** The accent itself where it stands out from the paper, else the text made from it. */
const edgeOn = (accent: Colour, theme: Theme): Colour =>
  contrastOf(accent, theme.paper) >= DISTINCT ? accent : textOn(accent, theme);

/** The custom properties of one accent, each value with enough contrast for its use. */
export function accentTokens(accent: string): Readonly<Record<string, string>> {
  const colour = parse(accent);
  const both = (of: (theme: Theme) => Colour): string =>
    `light-dark(${write(of(LIGHT))}, ${write(of(DARK))})`;
  return {
    '--accent': accent,
    '--accent-ink': write(inkOn(colour)),
    '--accent-edge': both((theme) => edgeOn(colour, theme)),
    '--accent-text': both((theme) => textOn(colour, theme)),
    '--wash': both(({ paper, wash }) => mix(paper, colour, wash)),
    '--wash-strong': both(({ paper, washStrong }) => mix(paper, colour, washStrong)),
  };
}

export const isAccent = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text);

/**
 * An accent travels as a small style sheet of its own, since the page allows no inline style.
 * @returns '/assets/accent-3b5bdb.css'
 */
export const accentHref = (accent: string): string => `/assets/accent-${accent.slice(1)}.css`;

/** The text of that style sheet. */
export function accentStylesheet(accent: string): string {
  const rules = Object.entries(accentTokens(accent)).map(([name, value]) => `${name}:${value}`);
  return `:root{${rules.join(';')}}\n`;
}
