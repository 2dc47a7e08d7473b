import { labelled } from '../../../src/calendars/questions/answer-words.js';
import { say } from '../../../src/language/say.js';
import type { Outcome } from '../../../src/shared/outcome.js';
import type { Talker } from '../dialogues/talker.js';
import type { Line, Message } from '../message.js';
import {
  type Answer,
  type FilledForm,
  type Form,
  type FormField,
  type FormWish,
  inForm,
  inWords,
} from './form.js';
import { FormScript } from './form-script.js';
import type { FormTools } from './form-tools.js';
import { isMeant, meantField } from './meant-field.js';

/** A form that is read whole before anything is done, and shown again with what stands against it. */
export abstract class CheckedForm extends FormScript {
  constructor(protected readonly tools: FormTools) {
    super();
  }

  /** With what stands in it; words where there is none for this person, or none any more. */
  protected abstract shown(talker: Talker, wish: FormWish): Promise<Outcome<Form, Message>>;

  /** Does it; what was said, or asked, about that. */
  protected abstract fulfil(
    talker: Talker,
    filled: FilledForm,
    isConfirmed: boolean,
  ): Promise<Message>;

  override async open(talker: Talker, wish: FormWish): Promise<Answer> {
    const shown = await this.shown(talker, wish);
    return shown.ok ? inForm(shown.value) : inWords(shown.problem);
  }

  override async change(talker: Talker, filled: FilledForm): Promise<Answer> {
    const shown = await this.shown(talker, filled);
    if (!shown.ok) return inWords(shown.problem);
    // What it was opened for, it is about until it is handed in.
    return inForm({ ...shown.value, subject: filled.subject });
  }

  override async submit(talker: Talker, filled: FilledForm): Promise<Answer> {
    const before = await this.shown(talker, filled);
    if (!before.ok) return inWords(before.problem);
    if (before.value.subject !== filled.subject) {
      return this.anew(talker, filled);
    }
    const wrong = wrongLines(before.value, this.check(filled, this.tools.now()));
    if (wrong.length > 0) return inForm(headed(before.value, wrong));
    const answer = await this.fulfil(talker, filled, isMeant(before.value, filled));
    if (answer.asks === undefined) return inWords(answer);
    // What can be chosen may be otherwise by now.
    const shown = await this.shown(talker, filled);
    if (!shown.ok) return inWords(answer);
    const form = headed(shown.value, answer.lines);
    return inForm(
      answer.asks === 'yes' ? { ...form, fields: [...form.fields, meantField(shown.value)] } : form,
    );
  }

  /** As it stands by now: what was typed is said beside it, and never put over what somebody changed. */
  private async anew(talker: Talker, filled: FilledForm): Promise<Answer> {
    const fresh = await this.shown(talker, { ...filled, values: {} });
    if (!fresh.ok) return inWords(fresh.problem);
    const typed = fresh.value.fields.flatMap((field) => typedLine(field, filled.values[field.id]));
    return inForm(headed(fresh.value, [[say('forms:changedMeanwhile')], ...typed]));
  }
}

/** What was typed where something else stands. */
function typedLine({ label, value, options = [] }: FormField, typed: string | undefined): Line[] {
  if (typed === undefined || typed.trim() === value.trim()) return [];
  const chosen = typed.split('\n').map((id) => options.find((one) => one.id === id)?.label ?? id);
  const text = typed.trim() === '' ? say('settings:none') : chosen.join('\n');
  return [[labelled(label, text)]];
}

const headed = (form: Form, lines: readonly Line[]): Form => ({
  ...form,
  lines: [...lines, ...form.lines],
});

const wrongLines = ({ fields }: Form, wrong: Readonly<Record<string, string>>): Line[] =>
  Object.entries(wrong).map(([id, sentence]) => {
    const label = fields.find((field) => field.id === id)?.label;
    return [label === undefined ? sentence : `${label}: ${sentence}`];
  });
