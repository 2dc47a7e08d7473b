import { say } from '../../language/say.js';
import { shownPhoneNumber } from '../../shared/text/phone-number.js';
import type { KeptAnswer } from './question.js';

/** `Company: ACME`, `What is it about? Sales`. */
export function labelled(label: string, text: string): string {
  const key = /\p{P}$/u.test(label) ? 'intake:asked' : 'intake:about';
  return say(key, { label, sentence: text });
}

/** An answer for reading: `Sales, Support`, `+49 30 123456`, `yes`. */
export function answerText({ kind, value }: Pick<KeptAnswer, 'kind' | 'value'>): string {
  if (typeof value === 'boolean') return say(value ? 'intake:yes' : 'intake:no');
  if (typeof value === 'object') return value.join(', ');
  if (kind === 'phone') return shownPhoneNumber(String(value));
  return String(value);
}
