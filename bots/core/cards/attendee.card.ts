import { say } from '../../../src/language/say.js';
import { type Button, link, type Message, time } from '../message.js';
import {
  type BookingCardFacts,
  cardTitle,
  delegateLines,
  reasonLines,
  shortCode,
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
  const { title, hostName: host, question, answerBy, status } = facts;
  const isWaiting = status === 'pending' && answerBy !== null;
  const isAsked = question?.kind === 'proposal' && manageUrl !== null;
  return {
    title: cardTitle(facts),
    lines: [
      [say('book:card.what', { title, host })],
      ...whenLines(facts),
      ...(place === null ? [] : [[say('cards:place', { place })]]),
      ...(isWaiting ? [[say('book:card.answersBy', { host }), ' ', time(answerBy, timeZone)]] : []),
      ...(isAsked ? [[say('book:card.proposed', { host })], [link(manageUrl)]] : []),
      ...reasonLines(facts.cancelReason),
      ...delegateLines(facts),
      [say('cards:code', { code: shortCode(facts.uid) })],
    ],
    buttons: buttonsOf(facts),
  };
}

function buttonsOf({ status, uid }: BookingCardFacts): Button[] {
  if (status !== 'confirmed' && status !== 'pending') {
    return [{ verb: 'start-booking', subject: uid, label: say('book:card.again') }];
  }
  const isAsked = status === 'pending';
  const move = say(isAsked ? 'book:card.change' : 'cards:reschedule');
  const cancel = say(isAsked ? 'book:card.withdraw' : 'cards:cancel');
  return [
    { verb: 'move-mine', subject: uid, label: move },
    { verb: 'cancel-mine', subject: uid, label: cancel, look: 'danger' },
  ];
}
