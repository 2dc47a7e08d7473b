import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import { Field, type FieldProblem } from '../field.view.js';
import { Icon } from '../icon.view.js';
import { Layout, type Shell } from '../layout.view.js';
import { FIND_PATH } from '../page-links.js';
import { ProblemSummary } from '../problem-summary.view.js';

export interface FindPage {
  readonly shell: Shell;
  /** What was typed before and sent back. */
  readonly email: string;
  readonly problems: readonly FieldProblem[];
}

const LONGEST_ADDRESS = 254;

/** Asks for the address to which the links of its bookings are mailed again. */
export function FindView({ shell, email, problems }: FindPage): JSX.Element {
  return (
    <Layout shell={shell} head={{ title: say('page:findTitle') }}>
      <main class="one">
        <section class="booking">
          {problems.length > 0 && <ProblemSummary problems={problems} />}
          <header>
            <span class="badge">
              <Icon name="person" />
            </span>
            <div>
              <h1>{say('page:findQuestion')}</h1>
              <p>{say('page:findHelp')}</p>
            </div>
          </header>
          <form method="post" action={FIND_PATH}>
            <Field
              name="email"
              label={say('page:yourEmail')}
              value={email}
              maxLength={LONGEST_ADDRESS}
              kind="email"
              autocomplete="email"
              required
              problems={problems}
            />
            <div class="actions">
              <button class="primary">{say('page:findSend')}</button>
            </div>
          </form>
        </section>
      </main>
    </Layout>
  );
}
