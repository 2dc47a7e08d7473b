import type { JSX } from 'preact';
import { say } from '../../language/say.js';
import type { Message, MessageLink, MessageRow, Tone } from '../messages/message.js';

// Mail programs know no style sheets worth the name: each element carries its own. Text has the
// reader's own colours, so that it can be read on light and on dark; what is coloured brings its
// own ground along.
const STYLE = {
  body: 'margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif',
  preview:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px',
  main: 'max-width:34rem;margin:0 auto;overflow-wrap:anywhere',
  state: 'margin:0 0 12px;font-size:14px;line-height:1.5',
  heading: 'margin:0 0 12px;font-size:24px;line-height:1.25',
  sentence: 'margin:0 0 8px',
  facts: 'margin:20px 0 0;padding:4px 0 1px 16px',
  label: 'margin:0;font-size:14px;opacity:.75',
  value: 'margin:0',
  chief: 'margin:0;font-size:18px;line-height:1.4;font-weight:600',
  former: 'margin:0;text-decoration:line-through;opacity:.75',
  note: 'margin:0;font-size:14px;opacity:.75',
  gap: 'margin:0;height:12px;line-height:12px;font-size:1px',
  action: 'margin:24px 0 12px',
  button:
    'display:inline-block;padding:11px 22px;border-radius:8px;font-weight:600;text-decoration:none',
  address: 'margin:0;font-size:13px;opacity:.75;word-break:break-all',
  plain: 'color:inherit',
  footing: 'margin:24px 0 0;padding-top:12px;border-top:1px solid #8886;font-size:13px;opacity:.75',
} as const;

/** White can be read on each of them, and each is seen on white and on black. */
const GROUNDS = {
  good: '#187a37',
  waiting: '#8a5a00',
  gone: '#b42318',
  note: '#3b5bdb',
} as const satisfies Record<Tone, string>;

const pill = (tone: Tone): string =>
  `display:inline-block;padding:2px 12px;border-radius:99px;background:${GROUNDS[tone]};color:#ffffff;font-weight:600`;

/** Filled where the mail asks for it, else only an outline in the reader's own colour. */
const buttonLook = ({ isAsked = false }: MessageLink): string =>
  isAsked
    ? `${STYLE.button};border:1px solid ${GROUNDS.note};background:${GROUNDS.note};color:#ffffff`
    : `${STYLE.button};border:1px solid #888888;color:inherit`;

function lineLook({ isFormer = false, isChief = false }: MessageRow): string {
  if (isFormer) return STYLE.former;
  return isChief ? STYLE.chief : STYLE.value;
}

function Row(row: MessageRow): JSX.Element {
  const { label, lines, notes = [], url } = row;
  return (
    <>
      <dt style={STYLE.label}>{label}</dt>
      {lines.map((line) => (
        <dd style={lineLook(row)}>{line}</dd>
      ))}
      {notes.map((note) => (
        <dd style={STYLE.note}>{note}</dd>
      ))}
      {url !== undefined && (
        <dd style={STYLE.address}>
          <a href={url} style={STYLE.plain}>
            {url}
          </a>
        </dd>
      )}
      <dd style={STYLE.gap}> </dd>
    </>
  );
}

/** One button, and its address for whoever would rather see where it leads. */
function Action(link: MessageLink): JSX.Element {
  const { label, url } = link;
  return (
    <>
      <p style={STYLE.action}>
        <a href={url} style={buttonLook(link)}>
          {label}
        </a>
      </p>
      <p style={STYLE.address}>
        {say('mail:link.address')}{' '}
        <a href={url} style={STYLE.plain}>
          {url}
        </a>
      </p>
    </>
  );
}

function Footing({ footing, optOut }: Pick<Message, 'footing' | 'optOut'>): JSX.Element {
  return (
    <p style={STYLE.footing}>
      {footing}
      {optOut && (
        <>
          {' '}
          <a href={optOut.url} style={STYLE.plain}>
            {optOut.label}
          </a>
        </>
      )}
    </p>
  );
}

/** A message as an HTML document. Text is escaped by Preact, as on every page. */
export function MessageView(message: Message): JSX.Element {
  const { subject, preview, state, heading, sentences, rows, link } = message;
  const edge = `${STYLE.facts};border-left:4px solid ${GROUNDS[state?.tone ?? 'note']}`;
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style={STYLE.body}>
        <div style={STYLE.preview} aria-hidden="true">
          {preview}
        </div>
        <main style={STYLE.main}>
          {state && (
            <p style={STYLE.state}>
              <span style={pill(state.tone)}>{state.label}</span>
            </p>
          )}
          <h1 style={STYLE.heading}>{heading}</h1>
          {sentences.map((sentence) => (
            <p style={STYLE.sentence}>{sentence}</p>
          ))}
          <dl style={edge}>
            {rows.map((row) => (
              <Row {...row} />
            ))}
          </dl>
          {link !== null && <Action {...link} />}
          <Footing {...message} />
        </main>
      </body>
    </html>
  );
}
