import type { FastifyReply } from 'fastify';
import type { Outcome } from '../shared/outcome.js';
import { ProblemError } from '../shared/problem.js';
import { answerFor, type AnswerReader, type BookingAnswer } from './booking-answer.js';
import { bookingProblem } from './booking-problem.mapper.js';
import type { BookingProblem } from './booking.errors.js';
import type { Written } from './booking-transaction.js';
import { markReplay } from '../shared/idempotency/replay-header.js';

/** A changed booking as the API answers it to one side. @throws ProblemError when it was refused. */
export function answered(
  reply: FastifyReply,
  outcome: Outcome<Written<BookingAnswer>, BookingProblem>,
  reader: AnswerReader,
): BookingAnswer {
  if (!outcome.ok) throw new ProblemError(bookingProblem(outcome.problem));
  markReplay(reply, outcome.value);
  return answerFor(reader, outcome.value.value);
}
