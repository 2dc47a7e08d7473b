import type { JSX } from 'preact';
import { say } from '../../language/say.js';
import type { Message, MessageRow } from '../messages/message.js';

// Mail programs know no style sheets worth the name: each element carries its own. Text has the
// reader's own colours, so that it can be read on light and on dark.
const STYLE = {
  body: 'margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif',
  preview:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px',
  main: 'max-width:34rem;margin:0 auto;overflow-wrap:anywhere',
  heading: 'margin:0 0 12px;font-size:24px;line-height:1.25',
  sentence: 'margin:0 0 8px',
  facts: 'margin:20px 0 0;padding:4px 0 0 16px;border-left:4px solid #2f6fed',
  label: 'margin:0;font-size:14px;opacity:.75',
  value: 'margin:0',
  first: 'margin:0;font-weight:600',
  former: 'margin:0;text-decoration:line-through;opacity:.75',
  note: 'margin:0;font-size:14px;opacity:.75',
  gap: 'margin:0;height:12px;line-height:12px;font-size:1px',
  action: 'margin:24px 0 8px',
  button:
    'display:inline-block;padding:12px 24px;border-radius:8px;background:#1d5bd6;color:#ffffff;font-weight:600;text-decoration:none',
  address: 'margin:0;font-size:13px;opacity:.75;word-break:break-all',
  plain: 'color:inherit',
  footing: 'margin:24px 0 0;padding-top:12px;border-top:1px solid #8886;font-size:13px;opacity:.75',
} as const;

function Row({ label, lines, note, isFormer = false, url }: MessageRow): JSX.Element {
  return (
    <>
      <dt style={STYLE.label}>{label}</dt>
      {lines.map((line) => (
        <dd style={isFormer ? STYLE.former : STYLE.value}>{line}</dd>
      ))}
      {note !== undefined && <dd style={STYLE.note}>{note}</dd>}
      {url !== undefined && (
        <dd style={STYLE.value}>
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
function Action({ label, url }: NonNullable<Message['link']>): JSX.Element {
  return (
    <>
      <p style={STYLE.action}>
        <a href={url} style={STYLE.button}>
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

/** A message as an HTML document. Text is escaped by Preact, as on every page. */
export function MessageView({ subject, preview, heading, ...message }: Message): JSX.Element {
  const { sentences, rows, link, optOut, footing } = message;
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
          <h1 style={STYLE.heading}>{heading}</h1>
          {sentences.map((sentence) => (
            <p style={STYLE.sentence}>{sentence}</p>
          ))}
          <dl style={STYLE.facts}>
            {rows.map((row) => (
              <Row {...row} />
            ))}
          </dl>
          {link !== null && <Action {...link} />}
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
        </main>
      </body>
    </html>
  );
}
