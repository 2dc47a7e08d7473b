import type { ComponentChildren, JSX } from 'preact';
import { say } from '../../language/say.js';
import { accentHref, DEFAULT_ACCENT, isAccent } from './accent.js';
import { InFrame, Outward } from './outward.view.js';
import { shorten } from './shorten.js';

/** What every page needs around its body. */
export interface Shell {
  /** BCP 47 */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Address of page.css. */
  readonly stylesheet: string;
  /** Address of page.js; the pages are complete without it. */
  readonly script?: string | undefined;
  /** '#rrggbb' in lower case; anything else shows the product's own. */
  readonly accent?: string | undefined;
  /** Without it the reader's device decides. */
  readonly theme?: 'light' | 'dark' | undefined;
  /** Of a page in a frame: the origin of the site around it, empty when that is not known. */
  readonly embed?: string | undefined;
}

/** What a page in a frame tells the site around it: what was done there, and nothing of whom. */
export interface Told {
  readonly event:
    'date-selected' | 'time-selected' | 'booked' | 'rescheduled' | 'cancelled' | 'error';
  readonly uid?: string;
  /** An instant, or the date that was selected. */
  readonly start?: string;
  readonly end?: string;
  readonly status?: string;
}

export interface Head {
  readonly title: string;
  /** Only pages meant to be found and shared have one; all others ask robots to stay away. */
  readonly shared?: { readonly description: string } | undefined;
  readonly told?: Told | undefined;
}

interface LayoutProps {
  readonly shell: Shell;
  readonly head: Head;
  readonly children: ComponentChildren;
}

/** Longer ones are cut by the services that show link previews. */
const PREVIEW_TITLE = 60;
const PREVIEW_DESCRIPTION = 150;

function Preview({ head }: { readonly head: Head }): JSX.Element {
  if (!head.shared) return <meta name="robots" content="noindex" />;
  const description = shorten(head.shared.description, PREVIEW_DESCRIPTION);
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={say('names:product')} />
      <meta property="og:title" content={shorten(head.title, PREVIEW_TITLE)} />
      <meta property="og:description" content={description} />
    </>
  );
}

function Styles({ shell }: { readonly shell: Shell }): JSX.Element {
  const { accent = DEFAULT_ACCENT } = shell;
  return (
    <>
      <link rel="stylesheet" href={shell.stylesheet} />
      {accent !== DEFAULT_ACCENT && isAccent(accent) && (
        <link rel="stylesheet" href={accentHref(accent)} />
      )}
    </>
  );
}

/** The HTML document round a page's body. */
export function Layout({ shell, head, children }: LayoutProps): JSX.Element {
  const { embed } = shell;
  const isFramed = embed !== undefined;
  const told = isFramed && head.told ? JSON.stringify(head.told) : undefined;
  return (
    <html
      lang={shell.lang}
      dir={shell.dir}
      data-theme={shell.theme}
      data-embed={embed}
      data-told={told}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{head.title}</title>
        <Preview head={head} />
        <Styles shell={shell} />
        {shell.script && <script type="module" src={shell.script} />}
      </head>
      <body>
        <InFrame.Provider value={isFramed}>
          {children}
          <footer>
            {say('names:product')} · <Outward href="/privacy">{say('page:privacy')}</Outward>
          </footer>
        </InFrame.Provider>
      </body>
    </html>
  );
}
