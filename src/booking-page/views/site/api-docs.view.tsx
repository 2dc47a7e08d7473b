import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import type { Operation } from '../../../openapi/operation.js';
import { accessWords, OPERATIONS, problemsOf } from '../../../openapi/document.js';
import { problemPath } from '../../../shared/problem.js';
import { Layout, type Shell } from '../layout.view.js';

export interface ApiDocsPage {
  readonly shell: Shell;
  readonly title: string;
  readonly description: string;
  /** JSON Schema of each body, by the name that operations use. */
  readonly schemas: Readonly<Record<string, object>>;
}

/** The API for people who read: complete as it stands, with nothing to load and nothing to run. */
export function ApiDocsView({ shell, title, description, schemas }: ApiDocsPage): JSX.Element {
  const byArea = Map.groupBy(OPERATIONS, ({ area }) => area);
  return (
    <Layout shell={shell} head={{ title }}>
      <main class="one">
        <section class="prose api">
          <h1>{title}</h1>
          <p>{description}</p>
          <p>
            {say('api:document')} <a href="/api/openapi.json">/api/openapi.json</a>
          </p>
          {[...byArea].map(([area, operations]) => (
            <>
              <h2>{say(`api:areas.${area}`)}</h2>
              {operations.map((operation) => (
                <OperationDetails operation={operation} />
              ))}
            </>
          ))}
          <h2>{say('api:schema')}</h2>
          {Object.entries(schemas).map(([name, schema]) => (
            <details id={name}>
              <summary>{name}</summary>
              <pre>
                <code>{written(schema)}</code>
              </pre>
            </details>
          ))}
        </section>
      </main>
    </Layout>
  );
}

function OperationDetails({ operation }: { readonly operation: Operation }): JSX.Element {
  const { id, method, path, query, body, answer } = operation;
  return (
    <details id={id}>
      <summary>
        <code>
          {method.toUpperCase()} {path}
        </code>
        <span>{say(`api:operations.${id}`)}</span>
      </summary>
      <p>{accessWords(operation)}</p>
      {query && (
        <p>
          {say('api:query')}: <code>{Object.keys(query.shape).join(', ')}</code>
        </p>
      )}
      {body && (
        <p>
          {say('api:takes')}: <SchemaLink name={body.schema} />
        </p>
      )}
      {body && (
        <pre>
          <code>{written(body.example)}</code>
        </pre>
      )}
      <p>
        {say('api:answers')}: {answer.status} {answer.schema && <SchemaLink name={answer.schema} />}
      </p>
      <p>
        {say('api:refuses')}:{' '}
        {problemsOf(operation).map((name, index) => (
          <>
            {index > 0 && ', '}
            <a href={problemPath(name)}>{name}</a>
          </>
        ))}
      </p>
    </details>
  );
}

const SchemaLink = ({ name }: { readonly name: string }): JSX.Element => (
  <a href={`#${name}`}>{name}</a>
);

const written = (value: unknown): string => JSON.stringify(value, null, 2);
