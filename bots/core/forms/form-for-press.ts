import type { Button } from '../message.js';
import { cancelSubject } from './cancel-subject.js';
import { OTHER_TIME_FORM } from './command-subject.js';
import type { FormWish } from './form.js';

/**
 * The form that a press opens where there are windows; null for a press that does something at once.
 * Decided by the button alone: who pressed is checked when the form opens.
 */
export function formForPress({ verb, subject }: Pick<Button, 'verb' | 'subject'>): FormWish | null {
  switch (verb) {
    case 'propose':
    case 'reschedule':
      return { kind: OTHER_TIME_FORM, subject, values: {} };
    case 'cancel':
    case 'decline':
    case 'cancel-mine':
      return {
        ...{ kind: 'cancel', values: {} },
        subject: cancelSubject({ verb, booking: subject, start: null }),
      };
    default:
      return null;
  }
}
