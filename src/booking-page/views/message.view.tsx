import type { JSX } from 'preact';
import { Icon } from './icon.view.js';
import { Layout, type Shell } from './layout.view.js';
import { Outward } from './outward.view.js';
import { messageWords, type Message } from './message-words.js';

export interface MessagePage {
  readonly shell: Shell;
  readonly message: Message;
}

/** A page that says what is the matter and what to do. */
export function MessageView({ shell, message }: MessagePage): JSX.Element {
  const { icon, title, text, action } = messageWords(message);
  const told = { event: 'error', status: message.kind } as const;
  return (
    <Layout shell={shell} head={{ title, told }}>
      <main class="one">
        <section class="message">
          <span class="badge">
            <Icon name={icon} />
          </span>
          <h1>{title}</h1>
          <p>{text}</p>
          {action && (
            <p>
              {message.kind === 'bad-link' ? (
                <Outward class="quiet" href={action.href}>
                  {action.label}
                </Outward>
              ) : (
                <a class="quiet" href={action.href}>
                  {action.label}
                </a>
              )}
            </p>
          )}
        </section>
      </main>
    </Layout>
  );
}
