/** A request as Node knows it, with the number it has in the log. */
export interface LoggedRequest {
  readonly id: unknown;
  readonly method: string;
  readonly url?: string;
}

/** Without the query: tokens, names and addresses travel in it. A key has no business in the path. */
export function requestFacts({ id, method, url = '' }: LoggedRequest): object {
  return { id, method, path: url.replace(/\?.*$/s, '').replace(/vav_[\w-]+/g, 'vav_…') };
}

/**
 * The first line of the message and where it happened: from the second line on, PostgreSQL and
 * MikroORM tell the values of the row, which are people's data.
 */
export function errorFacts(error: Error): object {
  const code = 'code' in error ? error.code : undefined;
  const [message] = error.message.split('\n');
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause instanceof Error ? { cause: errorFacts(error.cause) } : {};
  return { type: error.name, code, message, stack: stack.join('\n'), ...cause };
}
