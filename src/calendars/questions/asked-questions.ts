import { say } from '../../language/say.js';
import type { CalendarSettings } from '../settings/calendar-settings.js';
import type { Question } from './question.js';

/** The ids of what settings other than the questions ask for; no question of a host has one. */
export const PHONE = 'phone';
export const PLACE = 'location';
export const CONSENT = 'consent';

type Asking = Pick<CalendarSettings, 'questions' | 'location' | 'consent'>;

/** Everything that is asked beside name, e-mail address and notes, in the order of the form. */
export function askedQuestions(settings: Asking): readonly Question[] {
  return [...placeQuestions(settings), ...settings.questions, ...consentQuestions(settings)];
}

function placeQuestions({ location }: Asking): readonly Question[] {
  if (location.kind === 'phone-host-calls') {
    return [{ ...asked(PHONE, say('intake:yourPhone')), kind: 'phone' }];
  }
  if (location.kind !== 'ask') return [];
  return [{ ...asked(PLACE, say('intake:yourPlace')), kind: 'text' }];
}

const consentQuestions = ({ consent }: Asking): readonly Question[] =>
  consent === '' ? [] : [{ ...asked(CONSENT, consent), kind: 'checkbox' }];

const asked = (id: string, label: string) => ({ id, label, required: true, options: [] });
