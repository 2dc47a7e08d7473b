import { HttpException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { problemJson } from './problem-json.js';
import { problemOfError } from './problem-of-error.js';
import { ProblemError, statusOf } from '../problem.js';

const outcome = (error: unknown, method = 'POST') => {
  const problem = problemOfError(error, method);
  return [statusOf(problem), problem.name];
};

describe('what is thrown', () => {
  it.each([
    [new NotFoundException(), 404, 'not-found'],
    [new HttpException('x', 405), 404, 'not-found'],
    [new HttpException('x', 400), 400, 'malformed'],
    [new HttpException('x', 415), 400, 'malformed'],
    [new HttpException('x', 413), 413, 'too-large'],
    [new HttpException('x', 414), 414, 'malformed'],
    [new HttpException('x', 403), 403, 'forbidden'],
    [new HttpException('x', 401), 401, 'unauthorized'],
    [new HttpException('x', 502), 500, 'fault'],
    [Object.assign(new Error('x'), { statusCode: 413 }), 413, 'too-large'],
    [Object.assign(new Error('x'), { code: '57P01' }), 503, 'unavailable'],
    [
      new Error('x', { cause: Object.assign(new Error('y'), { code: 'ECONNREFUSED' }) }),
      503,
      'unavailable',
    ],
    [Object.assign(new Error('x'), { code: '23505' }), 500, 'fault'],
    [new TypeError('x is not a function'), 500, 'fault'],
    ['text', 500, 'fault'],
  ])('becomes a problem: %p', (error, status, name) => {
    expect(outcome(error)).toEqual([status, name]);
  });

  it('never shows its own text', () => {
    for (const error of [new Error('select * from host'), new HttpException('secret', 400)]) {
      const body = JSON.stringify(problemJson(problemOfError(error, 'GET'), 'https://a.example'));
      expect(body).not.toMatch(/select|secret/);
    }
  });

  it('says of a read what was not shown, and of a write that nothing was changed', () => {
    const gone = Object.assign(new Error('x'), { code: '57P01' });
    expect(problemOfError(gone, 'POST').detail).toContain('Nothing was changed');
    expect(problemOfError(gone, 'GET').detail).not.toContain('save');
  });

  it('may be a problem already, whose members stay', () => {
    const problem = {
      name: 'slot-taken',
      detail: 'Taken.',
      members: { alternatives: [] },
    } as const;
    expect(problemOfError(new ProblemError(problem), 'POST')).toBe(problem);
    expect(problemJson(problem, 'https://a.example')).toEqual({
      type: 'https://a.example/problems/slot-taken',
      title: 'This time is taken',
      ...{ status: 409, detail: 'Taken.', alternatives: [] },
    });
  });
});
