import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import { Icon } from '../icon.view.js';
import { Layout, type Shell } from '../layout.view.js';

export interface SetUpStep {
  readonly title: string;
  /** What to do, or what is done. */
  readonly detail: string;
  readonly done: boolean;
}

export interface HomePage {
  readonly shell: Shell;
  /** Only for the operator; others read that nothing is here yet. */
  readonly setUp?: readonly SetUpStep[] | undefined;
}

function Step({ title, detail, done }: SetUpStep): JSX.Element {
  return (
    <li class={done ? 'done' : undefined}>
      <span class="badge">{done && <Icon name="check" />}</span>
      <span>
        <strong>{title}</strong>
        {done && <span class="unseen"> ({say('page:done')})</span>}
        <span class="soft">{detail}</span>
      </span>
    </li>
  );
}

/** The address without a path: the operator's set-up state, or nothing yet. */
export function HomeView({ shell, setUp }: HomePage): JSX.Element {
  return (
    <Layout shell={shell} head={{ title: say('names:product') }}>
      <main class="one">
        {setUp ? (
          <section>
            <p class="who">{say('names:product')}</p>
            <h1>{say('page:setUp')}</h1>
            <ol class="steps">
              {setUp.map((step) => (
                <Step {...step} />
              ))}
            </ol>
          </section>
        ) : (
          <section class="message">
            <span class="badge">
              <Icon name="day" />
            </span>
            <h1>{say('page:nothingHere')}</h1>
            <p>{say('page:nothingHereHelp')}</p>
          </section>
        )}
      </main>
    </Layout>
  );
}
