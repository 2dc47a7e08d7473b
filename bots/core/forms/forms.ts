import { Injectable } from '@nestjs/common';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import type { Talker } from '../dialogues/talker.js';
import { sentences } from '../message.js';
import { type Answer, type FilledForm, type FormWish, inWords } from './form.js';
import type { FieldSentences, FormScript } from './form-script.js';

/** The scripts that Nest makes, handed over by the module. */
export class MadeForms {
  constructor(readonly scripts: readonly FormScript[]) {}
}

/** Every form, by its kind. */
@Injectable()
export class Forms {
  private readonly byKind: ReadonlyMap<string, FormScript>;

  constructor(
    { scripts }: MadeForms,
    private readonly clock: Clock,
  ) {
    this.byKind = new Map(scripts.map((script) => [script.kind, script]));
  }

  open(talker: Talker, wish: FormWish): Promise<Answer> {
    return this.answered(wish, (script) => script.open(talker, wish));
  }

  /** Looks nothing up. */
  check(filled: FilledForm): FieldSentences {
    return this.byKind.get(filled.kind)?.check(filled, this.clock.now()) ?? {};
  }

  change(talker: Talker, filled: FilledForm, fieldId: string): Promise<Answer> {
    return this.answered(filled, (script) => script.change(talker, filled, fieldId));
  }

  submit(talker: Talker, filled: FilledForm): Promise<Answer> {
    return this.answered(filled, (script) => script.submit(talker, filled));
  }

  async leave(
    talker: Talker,
    { kind, subject }: Pick<FormWish, 'kind' | 'subject'>,
  ): Promise<void> {
    await this.byKind.get(kind)?.leave(talker, subject);
  }

  /** A form of an earlier release, or none of ours, is answered in words. */
  private answered(
    { kind }: FormWish,
    answer: (script: FormScript) => Promise<Answer>,
  ): Promise<Answer> {
    const script = this.byKind.get(kind);
    return script ? answer(script) : Promise.resolve(inWords(sentences(say('forms:unknown'))));
  }
}
