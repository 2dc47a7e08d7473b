import { expect } from '@jest/globals';
import { aRequest } from '../../builders/booking.js';
import type { TestApp } from '../app.js';
import type { Answer } from '../ask.js';
import { storedRows } from '../stored.js';

/** What every refusal is: a problem with words, nothing stored, nothing of the inside shown. */
export function expectProblem(answer: Answer, status: number, name: string): void {
  expect({ status: answer.status, body: answer.json }).toMatchObject({
    status,
    body: {
      type: `https://book.example.com/problems/${name}`,
      title: expect.any(String),
      status,
      detail: expect.any(String),
    },
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.text).not.toMatch(/node_modules|\bat .*\.[jt]s|select |insert |SQLSTATE|_fkey/i);
}

/** Sends a booking that must be refused, and sees to it that nothing is stored. */
export async function refusedBooking(app: TestApp, path: string, body: unknown): Promise<Answer> {
  const before = await storedRows(app.database);
  const answer = await app.ask({ path: `${path}/bookings`, body });
  expect(await storedRows(app.database)).toEqual(before);
  return answer;
}

/** A good request but for one part of the attendee. */
export const withAttendee = (start: string, part: Readonly<Record<string, unknown>>) => {
  const request = aRequest(start);
  return { ...request, attendee: { ...request.attendee, ...part } };
};
