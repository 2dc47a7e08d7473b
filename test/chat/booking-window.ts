import { Assistant } from '../../bots/core/assistant.js';
import type { Answer, Form, FormField, FormValues, FormWish } from '../../bots/core/forms/form.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { type ChatRoom, formIn } from './chat-room.js';

/** Somebody before the windows of a booking. */
export class BookingWindow {
  constructor(
    private readonly room: ChatRoom,
    readonly person: ChatPerson,
  ) {}

  open(line: string): Promise<Form> {
    return this.room.openForm(this.person, line);
  }

  wish(more: Partial<FormWish>): Promise<Answer> {
    return this.room.wishForm(this.person, {
      kind: 'booking',
      subject: 'book with',
      values: {},
      ...more,
    });
  }

  /** Changes the first of these, with the others as they stand. */
  async change(form: Form, changed: FormValues): Promise<Form> {
    const [fieldId = ''] = Object.keys(changed);
    const filled = this.room.filled(form, changed);
    return formIn(await this.room.changeForm(this.person, filled, fieldId));
  }

  submit(form: Form, changed: FormValues = {}): Promise<Answer> {
    return this.room.submitForm(this.person, this.room.filled(form, changed));
  }

  /** The second window, once this time was chosen in the first. */
  async next(line: string, start: string): Promise<Form> {
    const chosen = { day: start.slice(0, 10), time: at(start) };
    return formIn(await this.submit(await this.open(line), chosen));
  }

  leave({ kind, subject }: Form): Promise<void> {
    const turn = { person: this.person, platform: this.room.platform, form: { kind, subject } };
    return this.room.app.nest.get(Assistant).leaveForm(turn);
  }
}

/** An instant as a choice has it. */
export const at = (instant: string): string => String(Date.parse(instant));

export function fieldIn(form: Form, id: string): FormField {
  const found = form.fields.find((one) => one.id === id);
  if (!found) throw new Error(`No field ${id}: ${form.fields.map((one) => one.id).join()}`);
  return found;
}

export const hasField = (form: Form, id: string): boolean =>
  form.fields.some((one) => one.id === id);

export const optionsIn = (form: Form, id: string): string[] =>
  (fieldIn(form, id).options ?? []).map((option) => option.id);

export const labelsIn = (form: Form, id: string): string[] =>
  (fieldIn(form, id).options ?? []).map(({ label }) => label);
