import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import { Layout, type Shell } from '../layout.view.js';

export interface PrivacyPage {
  readonly shell: Shell;
  /** Who runs this server, and how to reach them; left out when not set. */
  readonly operatorName?: string | undefined;
  readonly contactEmail?: string | undefined;
}

/** What is kept of an attendee, what for and how long, who sees it, and whom to ask. */
export function PrivacyView({ shell, operatorName, contactEmail }: PrivacyPage): JSX.Element {
  return (
    <Layout shell={shell} head={{ title: say('page:privacyTitle') }}>
      <main class="one">
        <section class="prose">
          <h1>{say('page:privacyTitle')}</h1>
          <h2>{say('page:privacyKept')}</h2>
          <p>{say('page:privacyKeptText')}</p>
          <h2>{say('page:privacyUse')}</h2>
          <p>{say('page:privacyUseText')}</p>
          <h2>{say('page:privacySeen')}</h2>
          <p>{say('page:privacySeenText')}</p>
          <h2>{say('page:privacyTracking')}</h2>
          <p>{say('page:privacyTrackingText')}</p>
          <h2>{say('page:privacyAsk')}</h2>
          <p>
            {operatorName
              ? say('page:privacyOperator', { operator: operatorName })
              : say('page:privacyHost')}
            {contactEmail && (
              <>
                {' '}
                <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
              </>
            )}
          </p>
          <p>{say('page:privacyChat')}</p>
        </section>
      </main>
    </Layout>
  );
}
