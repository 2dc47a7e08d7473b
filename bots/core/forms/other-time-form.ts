import { Injectable } from '@nestjs/common';
import { parseWhen } from '../../../src/calendars/words/when.parser.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../src/shared/outcome.js';
import { BookingProblemWords } from '../booking-problem-words.js';
import { subjectOf, seenBooking } from '../cards/seen-booking.js';
import { freshOtherTime, MOST_STARTS } from '../dialogues/other-time/other-time.dialogue.js';
import { OtherTimeReader } from '../dialogues/other-time/other-time-reader.js';
import type { Talker } from '../dialogues/talker.js';
import { type Message, time } from '../message.js';
import { CommandForm } from './command-form.js';
import {
  COMMAND_FORM,
  commandSubject,
  OTHER_TIME_FORM,
  readCommandSubject,
} from './command-subject.js';
import type { FieldSentences } from './form-script.js';
import { type Answer, type FilledForm, type Form, type FormWish } from './form.js';
import { type FormOrder, FormTools } from './form-tools.js';
import { OrderForm } from './order-form.js';
import { chosenStarts, otherTimeFields, purposeIn, wordsIn } from './other-time-fields.js';

/** Finds other times for a booking with its host: to ask the attendee, or to move it without asking. */
@Injectable()
export class OtherTimeForm extends OrderForm {
  readonly kind = OTHER_TIME_FORM;

  constructor(
    tools: FormTools,
    private readonly reader: OtherTimeReader,
    private readonly problems: BookingProblemWords,
    private readonly commandForm: CommandForm,
  ) {
    super(tools);
  }

  override check({ values, timeZone }: FilledForm, now: number): FieldSentences {
    const purpose = purposeIn(values);
    const words = wordsIn(values);
    const count = chosenStarts(values).length + words.length;
    const unread = words.map((word) => parseWhen(word, { now, timeZone })).find(({ ok }) => !ok);
    if (unread && !unread.ok) return { words: unread.problem.sentence };
    // Where nothing is free, there are words alone.
    const field = values['times'] === undefined ? 'words' : 'times';
    if (count === 0) return { [field]: say('forms:otherTime.none') };
    if (count <= MOST_STARTS[purpose]) return {};
    const most = MOST_STARTS.propose;
    const key = purpose === 'move' ? 'forms:otherTime.one' : 'commands:tooManyProposed';
    return { [field]: say(key, { most }) };
  }

  /** A command that names no booking asks for it as every command does. */
  override open(talker: Talker, wish: FormWish): Promise<Answer> {
    const asked = readCommandSubject(wish.subject, this.tools.grammar);
    if (!asked) return super.open(talker, wish);
    const { booking, when, ...values } = wish.values;
    if (booking === undefined) {
      const subject = commandSubject(asked.command);
      return this.commandForm.open(talker, { ...wish, kind: COMMAND_FORM, subject });
    }
    const how = asked.command.path === 'bookings move' ? 'move' : 'propose';
    const said = when === undefined ? {} : { words: when };
    return super.open(talker, { ...wish, subject: booking, values: { ...values, ...said, how } });
  }

  protected override async shown(
    talker: Talker,
    { subject, values }: FormWish,
  ): Promise<Outcome<Form, Message>> {
    const booking = await this.reader.booking(talker, seenBooking(subject));
    if (!booking.ok) return booking;
    const { uid, sequence, title } = booking.value;
    const purpose = purposeIn(values);
    const state = freshOtherTime({ id: '', uid, purpose, timeZone: null });
    const found = await this.reader.of(talker, state);
    if (!found.ok) return found;
    const facts = found.value;
    const { timeZone } = facts.clocks;
    if (facts.hindrance) return refused(this.problems.of(facts.hindrance, timeZone));
    const { attendeeName: person, former } = facts;
    return done({
      kind: this.kind,
      subject: subjectOf({ uid, sequence }),
      title: say('forms:otherTime.title'),
      lines: [
        [say('cards:who', { attendee: person, title })],
        [say('other:now'), ' ', time(former, timeZone)],
      ],
      fields: otherTimeFields(facts, values),
      submit: say(`forms:otherTime.submit.${purpose}`),
      timeZone,
    });
  }

  protected override order({ subject, values }: FilledForm): FormOrder {
    const purpose = purposeIn(values);
    const instants = chosenStarts(values).map((start) => new Date(start).toISOString());
    const { reason = '' } = values;
    return {
      top: 'schedule',
      path: `bookings ${purpose}`,
      words: {
        booking: seenBooking(subject).uid,
        when: [...instants, ...wordsIn(values)].join(', '),
        reason,
      },
    };
  }
}
