import type { Talker } from '../dialogues/talker.js';
import type { Message } from '../message.js';
import { CheckedForm } from './checked-form.js';
import type { FilledForm } from './form.js';
import type { FormOrder } from './form-tools.js';

/** A form that stands for a command: it does what the command does, and asks what the command asks. */
export abstract class OrderForm extends CheckedForm {
  protected abstract order(filled: FilledForm): FormOrder;

  protected override fulfil(
    talker: Talker,
    filled: FilledForm,
    isConfirmed: boolean,
  ): Promise<Message> {
    return this.tools.run(talker, { ...this.order(filled), isConfirmed });
  }
}
