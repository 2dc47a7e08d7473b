import type { Talker } from '../dialogues/talker.js';
import type { Answer, FilledForm, FormWish } from './form.js';

/** What is wrong with a form, by the id of the field: a sentence that says what to write. */
export type FieldSentences = Readonly<Record<string, string>>;

/** How one kind of form goes. Whoever fills it in is checked at every turn. */
export abstract class FormScript {
  abstract readonly kind: string;

  abstract open(talker: Talker, wish: FormWish): Promise<Answer>;

  /**
   * What can be told wrong without asking anybody or anything, at once: platforms wait only a moment
   * for it. `now` is epoch milliseconds.
   */
  check(_filled: FilledForm, _now: number): FieldSentences {
    return {};
  }

  /** A field that is heard at once was changed: the form as it is now. */
  change(talker: Talker, filled: FilledForm, _fieldId: string): Promise<Answer> {
    return this.open(talker, filled);
  }

  /** Words when it is done; the form again, with everything that was typed, when something is wrong. */
  abstract submit(talker: Talker, filled: FilledForm): Promise<Answer>;

  /** Somebody closed it: what is held for them can go. */
  leave(_talker: Talker, _subject: string): Promise<void> {
    return Promise.resolve();
  }
}
