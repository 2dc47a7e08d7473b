import { cancelQuestion } from '../../bots/core/cards/cancel-question.card.js';
import { movedCard, proposedCard } from '../../bots/core/cards/other-time-done.card.js';
import { otherTimeQuestion } from '../../bots/core/cards/other-time-question.card.js';
import type { CancelFacts } from '../../bots/core/dialogues/cancel/cancel.dialogue.js';
import { offeredDays } from '../../bots/core/dialogues/other-time/offered-days.js';
import {
  freshOtherTime,
  type OtherTimeFacts,
} from '../../bots/core/dialogues/other-time/other-time.dialogue.js';
import type { Message } from '../../bots/core/message.js';
import { say } from '../../src/language/say.js';

const at = (instant: string): number => Date.parse(instant);
const timeZone = 'Europe/Berlin';
const clocks = { timeZone, travel: [] };
const uid = '7k2m9cabcdefghjkmnpq';
const starts = ['2027-02-02T09:00:00Z', '2027-02-02T13:00:00Z', '2027-02-03T09:00:00Z'].map(at);

const facts: OtherTimeFacts = {
  ...{ now: at('2027-02-01T07:00:00Z'), former: at('2027-02-04T09:00:00Z'), minutes: 30 },
  ...{ clocks, title: 'Intro call', attendeeName: 'Grace', refusal: null, hindrance: null },
  whyNot: null,
  days: offeredDays(
    starts.map((start) => ({ start })),
    clocks,
  ),
};
const proposing = freshOtherTime({ id: 'd', uid, purpose: 'propose', timeZone });
const moving = freshOtherTime({ id: 'd', uid, purpose: 'move', timeZone });
const one = { isAdding: false, starts: starts.slice(0, 1) };
const doubtful = at('2027-02-06T06:00:00Z');

const cancelFacts: CancelFacts = {
  ...{ title: 'Intro call', person: 'Ada', start: facts.former, timeZone },
  ...{ rule: 'optional', hindrance: null },
};
const cancelling = { id: 'd', uid, side: 'attendee', reason: '', start: facts.former } as const;
const done = { attendeeName: 'Grace', clocks, notes: [] };

/** Every question of a host who looks for another time, and of whoever wants to cancel. */
export const otherTimeStates = (): Readonly<Record<string, Message>> => ({
  'other-day': otherTimeQuestion(proposing, facts),
  'other-day-to-move': otherTimeQuestion(moving, facts),
  'other-day-for-more': otherTimeQuestion({ ...proposing, starts: starts.slice(0, 1) }, facts),
  'other-time': otherTimeQuestion({ ...proposing, date: '2027-02-02' }, facts),
  'other-taken': otherTimeQuestion(proposing, facts, [say('other:justTaken')]),
  'other-override': otherTimeQuestion({ ...moving, doubtful }, { ...facts, refusal: 'hours' }),
  'other-confirm-one': otherTimeQuestion({ ...proposing, ...one }, facts),
  'other-confirm-three': otherTimeQuestion({ ...proposing, isAdding: false, starts }, facts),
  'other-confirm-move': otherTimeQuestion({ ...moving, ...one }, facts),
  'other-proposed': proposedCard({ ...done, starts }),
  'other-moved': movedCard({ ...done, starts: one.starts }),
  'cancel-question': cancelQuestion(cancelling, { ...cancelFacts, rule: 'none' }),
  'cancel-question-may-say-why': cancelQuestion(cancelling, cancelFacts),
  'cancel-question-why': cancelQuestion(cancelling, { ...cancelFacts, rule: 'required' }),
  'cancel-question-reason': cancelQuestion({ ...cancelling, reason: 'I am ill' }, cancelFacts),
});
