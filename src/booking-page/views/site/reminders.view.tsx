import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import { Icon } from '../icon.view.js';
import { Layout, type Shell } from '../layout.view.js';

export interface RemindersPage {
  readonly shell: Shell;
  /** Where the form leads, with its token. */
  readonly action: string;
}

/** Asks whoever followed the link of a reminder whether they want no more. */
export function RemindersView({ shell, action }: RemindersPage): JSX.Element {
  return (
    <Layout shell={shell} head={{ title: say('page:remindersTitle') }}>
      <main class="one">
        <section class="booking asks">
          <header>
            <span class="badge">
              <Icon name="clock" />
            </span>
            <div>
              <h1>{say('page:remindersQuestion')}</h1>
              <p>{say('page:remindersHelp')}</p>
            </div>
          </header>
          <form method="post" action={action}>
            <div class="actions">
              <button class="primary">{say('page:remindersStop')}</button>
            </div>
          </form>
        </section>
      </main>
    </Layout>
  );
}
