import { Injectable } from '@nestjs/common';
import { say } from '../../../src/language/say.js';
import { noteSchema } from '../../../src/shared/text/person-text.js';
import { seenBooking } from '../cards/seen-booking.js';
import type { CancelFacts } from '../dialogues/cancel/cancel.dialogue.js';
import { CancelTalk } from '../dialogues/cancel/cancel-talk.js';
import type { Talker } from '../dialogues/talker.js';
import { type Line, type Message, time } from '../message.js';
import { type CancelSubject, cancelSubject, readCancelSubject } from './cancel-subject.js';
import { CANCEL_FORM } from './command-subject.js';
import { FormScript, type FieldSentences } from './form-script.js';
import { type Answer, type FilledForm, type Form, type FormWish, inForm, inWords } from './form.js';
import { FormTools } from './form-tools.js';

/** Asks before a booking is cancelled or a request declined, and why. */
@Injectable()
export class CancelForm extends FormScript {
  readonly kind = CANCEL_FORM;

  constructor(
    private readonly tools: FormTools,
    private readonly talk: CancelTalk,
  ) {
    super();
  }

  override check({ values }: FilledForm): FieldSentences {
    const reason = noteSchema.safeParse(values['reason'] ?? '');
    return reason.success ? {} : { reason: reason.error.issues[0]?.message ?? '' };
  }

  override open(talker: Talker, { subject, values }: FormWish): Promise<Answer> {
    return this.ask(talker, readCancelSubject(subject), { reason: values['reason'] ?? '' });
  }

  override async submit(talker: Talker, filled: FilledForm): Promise<Answer> {
    const asked = readCancelSubject(filled.subject);
    const reason = (filled.values['reason'] ?? '').trim();
    const wrong = this.check(filled)['reason'];
    if (wrong !== undefined) return this.ask(talker, asked, { reason, heading: [[wrong]] });
    const answer = await this.end(talker, asked, reason);
    if (answer.asks !== 'again') return inWords(answer);
    return this.ask(talker, asked, { reason, heading: answer.lines });
  }

  /** What they said yes to is the booking as the form showed it. */
  private end(talker: Talker, asked: CancelSubject, reason: string): Promise<Message> {
    const { uid, sequence } = seenBooking(asked.booking);
    const { start } = asked;
    if (asked.verb !== 'decline') {
      const onlyAt = start === null ? {} : { onlyAt: start };
      return this.talk.cancel(talker, { uid, side: sideOf(asked), reason, ...onlyAt });
    }
    const seen = sequence === null ? {} : { seenSequence: sequence };
    const words = { booking: uid, reason };
    return this.tools.run(talker, { top: 'schedule', path: 'bookings decline', words, ...seen });
  }

  private async ask(
    talker: Talker,
    asked: CancelSubject,
    { reason, heading = [] }: { readonly reason: string; readonly heading?: readonly Line[] },
  ): Promise<Answer> {
    const { uid } = seenBooking(asked.booking);
    const facts = await this.talk.look(talker, { uid, side: sideOf(asked) });
    if (!facts.ok) return inWords(facts.problem);
    const form = cancelForm(asked, facts.value, reason);
    return inForm({ ...form, lines: [...heading, ...form.lines] });
  }
}

const sideOf = ({ verb }: CancelSubject) => (verb === 'cancel-mine' ? 'attendee' : 'host');

function cancelForm(asked: CancelSubject, facts: CancelFacts, reason: string): Form {
  const { title, person, start, timeZone, rule } = facts;
  const isDecline = asked.verb === 'decline';
  const what = isDecline ? 'decline' : 'cancel';
  const sure = isDecline ? 'forms:cancel.sureDecline' : 'commands:press.sureCancel';
  return {
    kind: CANCEL_FORM,
    subject: cancelSubject({ ...asked, start: asked.start ?? start }),
    title: say(`forms:cancel.title.${what}`),
    lines: [[say(sure, { title, person })], [time(start, timeZone)]],
    fields:
      rule === 'none'
        ? []
        : [
            {
              ...{ id: 'reason', kind: 'lines', value: reason, isRequired: rule === 'required' },
              label: say('forms:cancel.reason'),
              hint: say('forms:cancel.reasonHint', { person }),
            },
          ],
    submit: say(`forms:cancel.submit.${what}`),
    timeZone,
  };
}
