import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import { dayName } from '../../../language/day-words.js';
import { proposalPath, withdrawMovePath } from '../page-links.js';
import type { BookingFacts } from '../booking-facts.view.js';
import type { BookingPage } from './booking.view.js';
import { Notice } from '../notice.view.js';
import { PlaceFields, TimeQuestionNotice } from './time-question.view.js';
import {
  dateOf,
  instantText,
  timeOf,
  timeRange,
  type ClockFace,
  type Slot,
} from '../../../language/time-words.js';

/** Times that are held until somebody says whether the meeting moves to one of them. */
export interface Question {
  /** `move`: the attendee asked, the host answers. `proposal`: the other way round. */
  readonly kind: 'move' | 'proposal';
  readonly times: readonly Slot[];
  /** Epoch milliseconds. */
  readonly until: number;
}

/** 'Monday 7 December, 17:00' */
const moment = (at: number, face: ClockFace): string =>
  `${dayName(dateOf(at, face.zone))}, ${timeOf(at, face)}`;

const slotWords = (slot: Slot, face: ClockFace): string =>
  `${dayName(dateOf(slot.start, face.zone))}, ${timeRange(slot, face)}`;

/** Until when the host answers. */
export function Requested({ answerBy = 0, meeting, face }: BookingFacts): JSX.Element {
  const facts = { host: meeting.hostName, when: moment(answerBy, face) };
  return <Notice tone="note">{say('page:answersBy', facts)}</Notice>;
}

interface AskedProps {
  readonly page: BookingPage;
  readonly question: Question;
}

function MoveAsked({ page, question }: AskedProps): JSX.Element {
  const { meeting, face, place } = page;
  const [asked] = question.times;
  return (
    <Notice tone="note">
      <p>{asked && say('page:moveAsked', { time: slotWords(asked, face) })}</p>
      <p>
        {say('page:moveAnswersBy', {
          host: meeting.hostName,
          when: moment(question.until, face),
        })}
      </p>
      <form method="post" action={withdrawMovePath(place)} class="actions">
        <PlaceFields place={place} zone={face.zone} />
        <button class="quiet">{say('page:withdrawMove')}</button>
      </form>
    </Notice>
  );
}

/** One click takes a time; a page opened long ago cannot take one that is no longer offered. */
function Proposed({ page, question }: AskedProps): JSX.Element {
  const { meeting, face, place } = page;
  const facts = { host: meeting.hostName, when: moment(question.until, face) };
  return (
    <Notice tone="caution">
      <h2>{say('page:proposed', facts)}</h2>
      <p>{say('page:proposedHelp', { ...facts, count: question.times.length })}</p>
      <form method="post" action={proposalPath(place)} class="actions">
        <PlaceFields place={place} zone={face.zone} />
        {question.times.map((slot) => (
          <button class="quiet" name="start" value={instantText(slot.start)}>
            {slotWords(slot, face)}
          </button>
        ))}
        <button class="quiet danger" name="none" value="1">
          {say('page:noneOfThese')}
        </button>
      </form>
    </Notice>
  );
}

/** What the attendee waits for, or what waits for them. */
export function Waiting(page: BookingPage): JSX.Element {
  const { state, question, answerBy, timeQuestion } = page;
  if (question?.kind === 'proposal') return <Proposed page={page} question={question} />;
  if (question) return <MoveAsked page={page} question={question} />;
  return (
    <>
      {timeQuestion && <TimeQuestionNotice {...page} asked={timeQuestion} />}
      {state === 'requested' && answerBy !== undefined && <Requested {...page} />}
    </>
  );
}
