import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import {
  PROBLEM_NAMES,
  PROBLEM_STATUS,
  type ProblemName,
  problemPath,
} from '../../../shared/problem.js';
import { Layout, type Shell } from '../layout.view.js';
import { PROBLEMS_PATH } from '../page-links.js';

interface ProblemTypePage {
  readonly shell: Shell;
  readonly name: ProblemName;
}

const titleOf = (name: ProblemName): string => say(`problems:title.${name}`);

/** What a kind of problem means, for whoever follows the `type` of an answer. */
export function ProblemTypeView({ shell, name }: ProblemTypePage): JSX.Element {
  return (
    <Layout shell={shell} head={{ title: titleOf(name) }}>
      <main class="one">
        <section class="prose">
          <p class="who">
            <code>{name}</code> · {say('problemTypes:status', { status: PROBLEM_STATUS[name] })}
          </p>
          <h1>{titleOf(name)}</h1>
          <h2>{say('problemTypes:means')}</h2>
          <p>{say(`problemTypes:of.${name}.means`)}</p>
          <h2>{say('problemTypes:todo')}</h2>
          <p>{say(`problemTypes:of.${name}.todo`)}</p>
          <p>
            <a class="action" href={PROBLEMS_PATH}>
              {say('problemTypes:all')}
            </a>
          </p>
        </section>
      </main>
    </Layout>
  );
}

/** All kinds of problems, by their status. */
export function ProblemTypesView({ shell }: { readonly shell: Shell }): JSX.Element {
  return (
    <Layout shell={shell} head={{ title: say('problemTypes:title') }}>
      <main class="one">
        <section class="prose">
          <h1>{say('problemTypes:title')}</h1>
          <p>{say('problemTypes:intro')}</p>
          <ul class="links">
            {PROBLEM_NAMES.map((name) => (
              <li>
                <a href={problemPath(name)}>
                  <span>
                    <strong>{titleOf(name)}</strong>
                    <span class="soft">
                      {PROBLEM_STATUS[name]} · <code>{name}</code>
                    </span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      </main>
    </Layout>
  );
}
