import { shortCode } from '../../../src/bookings/booking-uid.js';
import { describeWhen } from '../../../src/calendars/words/when.parser.js';
import { meetingWith } from '../../../src/language/meeting-words.js';
import { say } from '../../../src/language/say.js';
import { type Button, type Line, link, type Message, time } from '../message.js';
import {
  type BookingCardFacts,
  cardTitle,
  delegateLines,
  reasonLines,
  whenLines,
} from './booking.card.js';

/** What only whoever booked is shown. */
export interface AttendeeFacts {
  /** Their own zone. */
  readonly timeZone: string;
  /** Where they meet, in full; null when no place was set. */
  readonly place: string | null;
  /** Where they can do everything; null when the link opens no more. */
  readonly manageUrl: string | null;
}

/** The living message to whoever booked in chat. */
export function attendeeCard(read: {
  readonly facts: BookingCardFacts;
  readonly attendee: AttendeeFacts;
}): Message {
  const { timeZone, place, manageUrl } = read.attendee;
  const facts = { ...read.facts, timeZone };
  const { title, hostName: host, answerBy, status } = facts;
  const isWaiting = status === 'pending' && answerBy !== null;
  return {
    title: ownTitle(facts),
    lines: [
      [meetingWith(title, host)],
      ...whenLines(facts),
      ...(place === null ? [] : [[say('cards:place', { place })]]),
      ...(isWaiting ? [[say('book:card.answersBy', { host }), ' ', time(answerBy, timeZone)]] : []),
      ...askedLines(facts, manageUrl),
      ...reasonLines(facts.cancelReason),
      ...delegateLines(facts),
      [say('cards:code', { code: shortCode(facts.uid) })],
    ],
    buttons: buttonsOf(facts),
  };
}

const isOpen = ({ status, phase }: BookingCardFacts): boolean =>
  phase === 'ahead' && (status === 'confirmed' || status === 'pending');

function ownTitle(facts: BookingCardFacts): string {
  const { question, timeQuestion, hostName: host } = facts;
  if (!isOpen(facts)) return cardTitle(facts);
  if (question) return say(`book:card.title.${question.kind}`, { host });
  return timeQuestion === 'asked-to-move'
    ? say('book:card.title.asked', { host })
    : cardTitle(facts);
}

/** What they are asked, or have asked. */
function askedLines(facts: BookingCardFacts, manageUrl: string | null): Line[] {
  const { question, timeQuestion, hostName: host, timeZone } = facts;
  if (!isOpen(facts)) return [];
  if (question?.kind === 'proposal') {
    const count = question.times.length;
    const until = [say('book:card.heldUntil', { count }), ' ', time(question.until, timeZone)];
    const elsewhere = manageUrl === null ? [] : [[say('book:card.orThere')], [link(manageUrl)]];
    return [[say('book:card.proposed', { count })], until, ...elsewhere];
  }
  if (question) {
    const [asked] = question.times;
    return [
      [say('book:card.asked'), ' ', ...(asked ? [time(asked.start, timeZone)] : [])],
      [say('book:card.answersBy', { host }), ' ', time(question.until, timeZone)],
    ];
  }
  return timeQuestion === null ? [] : [[say(`book:card.time.${timeQuestion}`, { host })]];
}

function buttonsOf(facts: BookingCardFacts): Button[] {
  const { status, uid, question, timeQuestion } = facts;
  if (!isOpen(facts)) {
    return [{ verb: 'start-booking', subject: uid, label: say('book:card.again') }];
  }
  const isAsked = status === 'pending';
  const cancel: Button = {
    ...{ verb: 'cancel-mine', subject: uid, look: 'danger' },
    label: say(isAsked ? 'book:card.withdraw' : 'cards:cancel'),
  };
  if (question?.kind === 'proposal') return [...proposalButtons(facts), cancel];
  const change = say(isAsked ? 'book:card.change' : 'cards:reschedule');
  const move: Button = { verb: 'move-mine', subject: uid, label: change };
  if (question) {
    const label = say('book:card.withdrawMove');
    return [{ verb: 'withdraw-move', subject: uid, label }, move, cancel];
  }
  if (timeQuestion === null) return [move, cancel];
  const keep: Button = { verb: 'keep-time', subject: uid, label: say('book:card.keep') };
  return [keep, { ...move, label: say('book:card.pickOther') }, cancel];
}

/** One press takes a time; a card that is not painted anew yet cannot take one that is gone. */
function proposalButtons({ uid, question, timeZone }: BookingCardFacts): Button[] {
  const times = (question?.times ?? []).map(({ start }): Button => ({
    ...{ verb: 'take-time', subject: `${uid} ${start}`, look: 'primary' },
    label: describeWhen(start, timeZone),
  }));
  return [...times, { verb: 'take-none', subject: uid, label: say('book:card.none') }];
}
