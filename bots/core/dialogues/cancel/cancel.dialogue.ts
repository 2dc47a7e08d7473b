import { z } from 'zod';
import type { BookingProblem } from '../../../../src/bookings/booking.errors.js';
import type { ReasonRule } from '../../../../src/calendars/settings/cutoff-setting.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import { noteSchema } from '../../../../src/shared/text/person-text.js';
import { refusedWith, type SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import type { Choice } from '../../message.js';
import { choiceNamed } from '../time-choice/time-choices.js';
import { yesOrNo } from '../yes-or-no.js';

export const cancelStateSchema = z.object({
  id: z.string(),
  /** The booking that would be cancelled. */
  uid: z.string(),
  /** As whom. */
  side: z.enum(['attendee', 'host']),
  /** Empty until they say why. */
  reason: z.string(),
  /** When it starts as they were asked, epoch milliseconds; a yes is to this time and no other. */
  start: z.number(),
});

export type CancelState = z.infer<typeof cancelStateSchema>;

export interface CancelFacts {
  readonly title: string;
  /** The other side. */
  readonly person: string;
  /** Epoch milliseconds. */
  readonly start: number;
  /** The zone of whoever is asked. */
  readonly timeZone: string;
  readonly rule: ReasonRule;
  /** Why it cannot be cancelled; null when it can. */
  readonly hindrance: BookingProblem | null;
}

export type CancelTurn =
  | { readonly kind: 'go'; readonly state: CancelState }
  /** They mean it: now, and only now, it is cancelled. */
  | { readonly kind: 'write' }
  | { readonly kind: 'keep' };

export type CancelStep = 'reason' | 'confirm';

export const cancelStep = ({ reason }: CancelState, { rule }: CancelFacts): CancelStep =>
  rule === 'required' && reason === '' ? 'reason' : 'confirm';

const CANCEL_IT = (): Choice => ({
  ...{ id: 'yes', label: say('commands:press.yesCancel'), look: 'danger' },
});

export function cancelChoices(step: CancelStep): readonly Choice[] {
  const keep = { id: 'keep', label: say('commands:press.keep') };
  return step === 'reason' ? [keep] : [CANCEL_IT(), keep];
}

/** How people speak of a booking, for a pattern. */
export const OWN_BOOKING = '(?:my|the|this|that) (?:booking|appointment|meeting|call)';

const CANCEL = new RegExp(`^(?:please )?cancel(?: (?:it|${OWN_BOOKING}))?[.!]?$`, 'i');

/** Any words but a yes or a no say why. */
export function cancelAnswered(
  state: CancelState,
  facts: CancelFacts,
  text: string,
): Outcome<CancelTurn, SentenceProblem> {
  const said = text.trim();
  const step = cancelStep(state, facts);
  const choice = choiceNamed(cancelChoices(step), said);
  if (choice) return done(cancelChosen(state, facts, choice.id));
  const word = yesOrNo(said);
  if (word === 'no') return done({ kind: 'keep' });
  if (word === 'yes' || CANCEL.test(said)) {
    return step === 'confirm'
      ? done({ kind: 'write' })
      : refusedWith(say('commands:press.yesNeedsWhy'));
  }
  const reason = noteSchema.safeParse(said);
  if (!reason.success) return refusedWith(reason.error.issues[0]?.message ?? '');
  if (facts.rule === 'none' || reason.data === '') {
    return refusedWith(say('commands:press.yesOrKeep'));
  }
  return done({ kind: 'go', state: { ...state, reason: reason.data } });
}

export function cancelChosen(state: CancelState, facts: CancelFacts, choice: string): CancelTurn {
  if (choice === 'keep') return { kind: 'keep' };
  const isMeant = choice === 'yes' && cancelStep(state, facts) === 'confirm';
  return isMeant ? { kind: 'write' } : { kind: 'go', state };
}
