import type { JSX } from 'preact';
import type { Message, MessageRow } from '../messages/message.js';

// Mail programs know no style sheets worth the name: each element carries its own.
const STYLE = {
  body: 'margin:0;padding:24px 12px;font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif',
  main: 'max-width:32rem;margin:0 auto',
  heading: 'margin:0 0 12px;font-size:24px;line-height:1.25',
  sentence: 'margin:0 0 8px',
  label: 'margin:16px 0 0;font-size:14px;opacity:.75',
  value: 'margin:0',
  former: 'margin:0;text-decoration:line-through;opacity:.75',
  action: 'margin:24px 0',
  link: 'display:inline-block;padding:12px 20px;border:1px solid;border-radius:8px;font-weight:600',
  footing: 'margin:24px 0 0;padding-top:12px;border-top:1px solid;font-size:13px;opacity:.75',
} as const;

function Row({ label, lines, isFormer = false, url }: MessageRow): JSX.Element {
  return (
    <>
      <dt style={STYLE.label}>{label}</dt>
      {lines.map((line) => (
        <dd style={isFormer ? STYLE.former : STYLE.value}>{line}</dd>
      ))}
      {url !== undefined && (
        <dd style={STYLE.value}>
          <a href={url}>{url}</a>
        </dd>
      )}
    </>
  );
}

/** A message as an HTML document. Text is escaped by Preact, as on every page. */
export function MessageView({ subject, heading, sentences, ...message }: Message): JSX.Element {
  const { rows, link, optOut, footing } = message;
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style={STYLE.body}>
        <main style={STYLE.main}>
          <h1 style={STYLE.heading}>{heading}</h1>
          {sentences.map((sentence) => (
            <p style={STYLE.sentence}>{sentence}</p>
          ))}
          <dl style="margin:0">
            {rows.map((row) => (
              <Row {...row} />
            ))}
          </dl>
          {link !== null && (
            <p style={STYLE.action}>
              <a href={link.url} style={STYLE.link}>
                {link.label}
              </a>
            </p>
          )}
          <p style={STYLE.footing}>
            {footing}
            {optOut && (
              <>
                {' '}
                <a href={optOut.url}>{optOut.label}</a>
              </>
            )}
          </p>
        </main>
      </body>
    </html>
  );
}
