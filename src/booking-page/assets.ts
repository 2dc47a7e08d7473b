import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { entityTag } from '../shared/http/entity-tag.js';
import type { Encoding } from './encoding.js';
import { stylesheet } from './stylesheet.js';
import { accentStylesheet } from './views/accent.js';

const TYPES = {
  'page.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'embed.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

type AssetName = keyof typeof TYPES;

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
const YEAR_SECONDS = 365 * DAY_SECONDS;

/** A file as it is sent. */
export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  /** The same bytes made smaller, where that is worth it. */
  readonly encoded: Readonly<Partial<Record<Encoding, Buffer>>>;
  readonly maxAgeSeconds: number;
  /** Its address never leads to anything else. */
  readonly isImmutable: boolean;
}

interface KeptAsset extends Asset {
  /** Its name with a piece of its hash. */
  readonly file: string;
}

/** The files of the pages, kept in memory under names that change with what is in them. */
@Injectable()
export class Assets {
  private readonly kept = {
    'page.css': keep('page.css', Buffer.from(stylesheet())),
    'page.js': keep('page.js', read('page.js')),
    'embed.js': keep('embed.js', read('embed.js')),
    'icon.svg': keep('icon.svg', read('icon.svg')),
  } as const satisfies Record<AssetName, KeptAsset>;

  /** `/assets/page.3f9c21ab04.css`. */
  href(name: AssetName): string {
    return `/assets/${this.kept[name].file}`;
  }

  /** For browsers that ask for an icon at an address of their own. */
  get icon(): Asset {
    return { ...this.kept['icon.svg'], maxAgeSeconds: DAY_SECONDS, isImmutable: false };
  }

  /** What other sites load, under a name that stays as they wrote it down. */
  readonly embedScript: Asset & { readonly tag: string } = {
    ...this.kept['embed.js'],
    tag: entityTag(this.kept['embed.js'].bytes.toString()),
    ...{ maxAgeSeconds: HOUR_SECONDS, isImmutable: false },
  };

  /** By the last part of its address; undefined when there is none. */
  find(file: string): Asset | undefined {
    const accent = /^accent-([0-9a-f]{6})\.css$/.exec(file)?.[1];
    if (accent !== undefined) return accentAsset(`#${accent}`);
    return Object.values(this.kept).find((asset) => asset.file === file);
  }
}

const read = (name: string): Buffer => readFileSync(new URL(`./assets/${name}`, import.meta.url));

function keep(name: AssetName, bytes: Buffer): KeptAsset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return {
    file: name.replace(/(?=\.\w+$)/, `.${hash}`),
    type: TYPES[name],
    bytes,
    encoded: { br: brotliCompressSync(bytes), gzip: gzipSync(bytes, { level: 9 }) },
    maxAgeSeconds: YEAR_SECONDS,
    isImmutable: true,
  };
}

/** A style sheet that follows from its own name; how it follows may change with the next version. */
function accentAsset(accent: string): Asset {
  const bytes = Buffer.from(accentStylesheet(accent));
  const age = { maxAgeSeconds: DAY_SECONDS, isImmutable: false };
  return { type: TYPES['page.css'], bytes, encoded: {}, ...age };
}
