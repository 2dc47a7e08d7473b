import { Injectable } from '@nestjs/common';
import type { BookingProblem } from '../../src/bookings/booking.errors.js';
import { tooLateWords } from '../../src/bookings/manage/too-late-words.js';
import { describeMinutes } from '../../src/calendars/words/duration.parser.js';
import { describeWhen } from '../../src/calendars/words/when.parser.js';
import type { IntakeProblem } from '../../src/bookings/intake/intake.js';
import { labelled } from '../../src/calendars/questions/answer-words.js';
import { say } from '../../src/language/say.js';
import type { Interval } from '../../src/slots/interval.js';
import { type Line, type Message, mistake, sentences, time } from './message.js';

/** Says in chat why a booking was not made, moved or cancelled, and what would work. */
@Injectable()
export class BookingProblemWords {
  of(problem: BookingProblem, timeZone: string): Message {
    switch (problem.kind) {
      case 'slot-taken':
        return refusal(refusedStart(problem, timeZone), problem.alternatives, timeZone);
      case 'slot-not-offered':
        return refusal(refusedStart(problem, timeZone), problem.alternatives, timeZone);
      case 'calendar-paused':
        return problem.until
          ? { lines: [[say('commands:problem.pausedUntil'), ' ', time(problem.until, timeZone)]] }
          : sentences(say('commands:problem.paused'));
      case 'intake-refused':
        return sentences(...problem.problems.map(intakeSentence));
      case 'booking-closed':
        return sentences(say(`commands:closed.${problem.status}`));
      case 'not-begun':
        return { lines: [[say('commands:problem.notBegun'), ' ', time(problem.start, timeZone)]] };
      case 'too-late':
        return sentences(tooLateWords(problem.change, problem.minutes));
      case 'booking-changed':
        return { lines: [[say('commands:problem.changed'), ' ', time(problem.start, timeZone)]] };
      case 'nothing-asked':
        return sentences(say(`commands:nothingAsked.${problem.status}`));
      case 'duration-not-offered': {
        const offered = problem.offered.map(describeMinutes).join(', ');
        return sentences(say('commands:problem.duration', { offered }));
      }
      case 'reason-missing':
        return mistake(say('commands:problem.reason-missing'));
      case 'already-booked':
      case 'link-used':
      case 'calendar-off':
      case 'no-reservation':
      case 'too-many-holds':
      case 'not-found':
      case 'idempotency-conflict':
      case 'idempotency-waiting':
        return sentences(say(`commands:problem.${problem.kind}`));
      case 'unavailable': {
        const key = problem.isUncertain === true ? 'uncertain' : 'unavailable';
        return sentences(say(`commands:problem.${key}`));
      }
    }
  }
}

type RefusedStart = Extract<BookingProblem, { kind: 'slot-taken' | 'slot-not-offered' }>;

/** Why a start is refused; where several were asked for, which one. */
export function refusedStart(problem: RefusedStart, timeZone: string): string {
  const isTaken = problem.kind === 'slot-taken';
  const why = isTaken ? say('commands:problem.taken') : say(`commands:step.${problem.step}`);
  if (problem.start === undefined) return why;
  return say('commands:problem.ofThese', { when: describeWhen(problem.start, timeZone), why });
}

const intakeSentence = ({ label, sentence }: IntakeProblem): string =>
  label === undefined ? sentence : labelled(label, sentence);

/** A reason, and the free times nearest to what was wanted. */
export function refusal(why: string, alternatives: readonly Interval[], timeZone: string): Message {
  return { lines: [[why], ...alternativeLines(alternatives, timeZone)], asks: 'again' };
}

/** The times that are free instead, if any are known. */
export function alternativeLines(alternatives: readonly Interval[], timeZone: string): Line[] {
  if (alternatives.length === 0) return [];
  return [
    [say('commands:problem.instead')],
    ...alternatives.map(({ start }): Line => ['• ', time(start, timeZone)]),
  ];
}
