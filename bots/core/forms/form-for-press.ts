import type { Button } from '../message.js';
import type { FormWish } from './form.js';

/** The form that a button opens where there are windows; null when words answer it. */
export function formForPress(_button: Pick<Button, 'verb' | 'subject'>): FormWish | null {
  return null;
}
