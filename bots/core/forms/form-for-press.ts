import type { Grammar } from '../grammar/grammar.js';
import type { Button } from '../message.js';
import { cancelSubject } from './cancel-subject.js';
import { BOOK_MOVE, BOOKING_FORM, CANCEL_FORM, OTHER_TIME_FORM } from './command-subject.js';
import { formAskedFor } from './form-asked-for.js';
import type { FormWish } from './form.js';

/**
 * The form that a press opens where there are windows; null for a press that does something at once.
 * Decided by the button alone: who pressed is checked when the form opens.
 */
export function formForPress(
  { verb, subject }: Pick<Button, 'verb' | 'subject'>,
  grammar: Grammar,
): FormWish | null {
  switch (verb) {
    case 'give-command':
      return formAskedFor(subject, grammar);
    case 'start-booking':
      return { kind: BOOKING_FORM, subject, values: {} };
    case 'move-mine':
      return { kind: BOOKING_FORM, subject: BOOK_MOVE, values: { booking: subject } };
    case 'propose':
    case 'reschedule':
      return { kind: OTHER_TIME_FORM, subject, values: {} };
    case 'cancel':
    case 'decline':
    case 'cancel-mine':
      return {
        ...{ kind: CANCEL_FORM, values: {} },
        subject: cancelSubject({ verb, booking: subject, start: null }),
      };
    default:
      return null;
  }
}
