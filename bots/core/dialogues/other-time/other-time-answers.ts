import { dayAt } from '../../../../src/calendars/settings/zone-at.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import type { Choice } from '../../message.js';
import {
  MOST_STARTS,
  type OtherTimeFacts,
  type OtherTimeState,
  otherTimeStep,
  withTime,
} from './other-time.dialogue.js';
import { likelyTime, typedStart, typedWish } from '../time-choice/time-choice.dialogue.js';
import {
  choiceNamed,
  chosenDay,
  chosenTime,
  dayChoices,
  timeChoices,
} from '../time-choice/time-choices.js';
import { yesOrNo } from '../yes-or-no.js';
import { anotherTime, dayTalkedOf, NO_TIME } from '../time-choice/time-state.js';

/** What an answer leads to. */
export type OtherTimeTurn =
  | { readonly kind: 'go'; readonly state: OtherTimeState }
  /** Confirmed in full: now, and only now, it is written. */
  | { readonly kind: 'write' }
  | { readonly kind: 'stop' };

type Answered = Outcome<OtherTimeTurn, SentenceProblem>;

const go = (state: OtherTimeState): OtherTimeTurn => ({ kind: 'go', state });

/** What can be chosen, in the order in which it is shown and numbered. */
export function otherTimeChoices(state: OtherTimeState, facts: OtherTimeFacts): readonly Choice[] {
  switch (otherTimeStep(state)) {
    case 'day':
      return [...dayChoices(state, facts), ...moveInstead(state)];
    case 'time':
      return timeChoices(state, withoutChosen(state, facts));
    case 'override':
      return [
        { id: 'insist', label: say('other:choice.insist') },
        { id: 'time', label: say('book:choice.otherTime') },
      ];
    case 'confirm':
      return confirmChoices(state);
  }
}

/** To ask comes first; to move without asking is second. */
function moveInstead({ purpose, starts }: OtherTimeState): Choice[] {
  if (purpose === 'move' || starts.length > 1) return [];
  return [{ id: 'move-instead', label: say('other:choice.moveInstead') }];
}

function confirmChoices(state: OtherTimeState): Choice[] {
  const { purpose, starts } = state;
  const isMore = starts.length < MOST_STARTS[purpose];
  const yes =
    purpose === 'move'
      ? say('book:choice.move')
      : say('other:choice.propose', { count: starts.length });
  return [
    { id: 'yes', label: yes },
    ...(isMore ? [{ id: 'more', label: say('other:choice.more') }] : []),
    ...moveInstead(state),
    { id: 'time', label: say('other:choice.instead', { count: starts.length }) },
    { id: 'stop', label: say('book:choice.stop') },
  ];
}

const withoutChosen = ({ starts }: OtherTimeState, facts: OtherTimeFacts): OtherTimeFacts => ({
  ...facts,
  days: facts.days.map(({ date, times }) => ({
    date,
    times: times.filter(({ start }) => !starts.includes(start)),
  })),
});

/** Takes a typed answer: a word such as back, the number or the label of a choice, or a time. */
export function otherTimeAnswered(
  state: OtherTimeState,
  facts: OtherTimeFacts,
  text: string,
): Answered {
  const said = text.trim();
  const step = otherTimeStep(state);
  if (/^back$/i.test(said)) return done(go(steppedBack(state)));
  const choice = choiceNamed(otherTimeChoices(state, facts), said);
  if (choice) return done(otherTimeChosen(state, facts, choice.id));
  const word = yesOrNo(said);
  if (step === 'confirm' && word === 'yes') return done({ kind: 'write' });
  if (step === 'override' && word === 'yes') return done(go(insisted(state, facts)));
  if (word === 'no') return done(step === 'override' ? go(again(state)) : { kind: 'stop' });
  const typed = typedTime(state, facts, said);
  if (typed.ok) return typed;
  return step === 'confirm' ? refusedWith(say('other:yesOrStop')) : typed;
}

/** A time that is not on offer is one that the host may mean all the same. */
function typedTime(state: OtherTimeState, facts: OtherTimeFacts, said: string): Answered {
  const isFull = state.starts.length >= MOST_STARTS[state.purpose];
  const open: OtherTimeState = isFull ? again(state) : { ...state, isAdding: true, doubtful: null };
  const start = typedStart(open, facts, said);
  if (start !== null) return done(go({ ...open, doubtful: start }));
  const wish = typedWish(aboutFormer(open, facts), facts, said);
  if (!wish.ok) return wish;
  const at = likelyTime(wish.value, facts.days);
  if (at !== null) {
    const talkedDay = at > facts.now ? dayAt(facts.clocks, at) : open.talkedDay;
    return done(go({ ...open, talkedDay, doubtful: at }));
  }
  return done(go({ ...anotherTime(open), wish: wish.value }));
}

/** Until another day is talked about, it is the day of the present time. */
const aboutFormer = (
  state: OtherTimeState,
  { clocks, former }: OtherTimeFacts,
): OtherTimeState => ({
  ...state,
  talkedDay: dayTalkedOf(state) ?? dayAt(clocks, former),
});

/** Takes a choice by its id, as a select or a button hands it over. */
export function otherTimeChosen(
  state: OtherTimeState,
  facts: OtherTimeFacts,
  id: string,
): OtherTimeTurn {
  if (id === 'move-instead') return go({ ...state, purpose: 'move' });
  switch (otherTimeStep(state)) {
    case 'day':
      return go(chosenDay(state, id));
    case 'time':
      return go(chosenTime(state, id));
    case 'override':
      return go(
        id === 'insist' ? insisted(state, facts) : { ...anotherTime(state), doubtful: null },
      );
    case 'confirm':
      if (id === 'yes') return { kind: 'write' };
      if (id === 'stop') return { kind: 'stop' };
      return go(id === 'more' ? { ...state, isAdding: true } : again(state));
  }
}

const insisted = (state: OtherTimeState, facts: OtherTimeFacts): OtherTimeState =>
  state.doubtful === null ? state : { ...withTime(state, state.doubtful, facts), isInsisted: true };

/** Before any time was chosen. */
export const again = (state: OtherTimeState): OtherTimeState => ({
  ...state,
  ...NO_TIME,
  ...{ starts: [], doubtful: null, isInsisted: false, isAdding: true },
});

/** Takes the latest decision back. */
function steppedBack(state: OtherTimeState): OtherTimeState {
  if (state.doubtful !== null) return { ...state, doubtful: null };
  if (!state.isAdding) return { ...state, starts: state.starts.slice(0, -1), isAdding: true };
  if (state.date !== null) return anotherTime(state);
  return state.starts.length > 0 ? { ...state, isAdding: false } : state;
}
