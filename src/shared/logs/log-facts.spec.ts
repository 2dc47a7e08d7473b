import { describe, expect, it } from '@jest/globals';
import { errorFacts, requestFacts } from './log-facts.js';

describe('the log', () => {
  it('knows method and path of a request, and nothing of its query or headers', () => {
    const request = {
      ...{ id: 7, method: 'GET', url: '/b/x1?t=secret&email=sam%40example.com' },
      headers: { authorization: 'Bearer secret', cookie: 'c=secret' },
    };
    expect(requestFacts(request)).toEqual({ id: 7, method: 'GET', path: '/b/x1' });
  });

  it('knows what an error was and where, and not the row that PostgreSQL tells with it', () => {
    const cause = Object.assign(
      new Error('null value in column\n - detail: Failing row contains (sam@example.com).'),
      { code: '23502', detail: 'Failing row contains (sam@example.com).' },
    );
    const facts = errorFacts(new Error('It failed.', { cause }));
    expect(facts).toMatchObject({
      message: 'It failed.',
      stack: expect.stringContaining('log-facts.spec'),
      cause: { code: '23502', message: 'null value in column' },
    });
    expect(JSON.stringify(facts)).not.toContain('sam@example.com');
  });
});
