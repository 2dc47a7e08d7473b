import { say } from '../../src/language/say.js';
import { bookingMessage } from '../../src/notifications/messages/booking-message.js';
import { formerHostMessage } from '../../src/notifications/messages/former-host-message.js';
import { linksMessage } from '../../src/notifications/messages/links-message.js';
import type { MessageFacts } from '../../src/notifications/messages/message-facts.js';
import type { Message } from '../../src/notifications/messages/message.js';
import { refusalMessage } from '../../src/notifications/messages/refusal-message.js';
import { word } from '../browser/details-states.js';
import { at, halfHour } from '../browser/page-samples.js';
import { aFacts, MANAGE_URL, toEverybody } from './mail-samples.js';

const former = halfHour('2026-12-07T09:00:00Z');
const answerBy = at('2026-12-07T16:00:00Z');
const asked = [at('2026-12-09T15:00:00Z')];
const offered = ['2026-12-09T15:00:00Z', '2026-12-10T08:30:00Z', '2026-12-11T18:00:00Z'].map(at);
const byHost = { actor: 'host', reason: 'I am at the dentist then.\nSorry!' };
const ownReason = { actor: 'attendee', reason: 'Something came up' };

const facts = {
  booked: { afterText: 'Please have a look at the brief before:\nhttps://example.com/brief' },
  'booked-by-host': { actor: 'host' },
  requested: { kind: 'requested', answerBy },
  'requested-anew': { kind: 'requested', answerBy, former },
  confirmed: { kind: 'confirmed', actor: 'host' },
  declined: { kind: 'declined', ...byHost },
  expired: { kind: 'expired', actor: 'system' },
  moved: { kind: 'moved', former },
  'moved-by-host': { kind: 'moved', former, ...byHost },
  'moved-as-asked': { kind: 'moved', former, actor: 'host', isAsked: true },
  picked: { kind: 'confirmed', former, isPicked: true },
  'moved-as-proposed': { kind: 'moved', former, isPicked: true },
  cancelled: { kind: 'cancelled', ...ownReason },
  'cancelled-by-host': { kind: 'cancelled', ...byHost },
  'cancelled-unheard': { kind: 'cancelled', ...byHost, isFirstHeard: true },
  'move-requested': { kind: 'move_requested', answerBy, askedStarts: asked, ...ownReason },
  'move-declined': { kind: 'move_declined', ...byHost },
  'move-withdrawn': { kind: 'move_withdrawn' },
  'move-wanted': { kind: 'move_wanted', ...byHost },
  'move-kept': { kind: 'move_kept' },
  proposed: { kind: 'proposed', answerBy, askedStarts: offered, ...byHost },
  'proposal-ended': { kind: 'proposal_ended', actor: 'system' },
  'handed-over': { kind: 'handed_over', actor: 'host', formerHost: 'Eve Lind' },
  'handed-over-without-place': {
    ...{ kind: 'handed_over', actor: 'host', formerHost: 'Eve Lind' },
    ...{ location: null, hostLocation: null },
  },
  'long-words': {
    ...{ hostName: word, attendeeName: word, title: word, location: word, hostLocation: word },
    notes: word,
  },
  'same-zone-bare': {
    ...{ attendeeTimeZone: 'Europe/Berlin', location: null, hostLocation: null, guests: [] },
    ...{ notes: '', answers: [], attendeeEmail: null, manageUrl: null },
  },
} as const satisfies Readonly<Record<string, Partial<MessageFacts>>>;

const reminder = (reader: 'attendee' | 'guest'): Message => ({
  ...bookingMessage(aFacts({ kind: 'reminder', actor: 'system' }), reader, null),
  optOut: {
    label: say('mail:link.noReminders'),
    url: 'https://book.example.com/reminders/stop?t=v1.k1.Zm9vYmFy',
  },
});

const refusal = {
  ...{ person: 'Sam Rivers', address: 'sam@example.com', isOwn: false, manageUrl: MANAGE_URL },
  ...{ uid: '7k2m9cabcdefghjkmnpq', title: 'Intro call', hostName: 'Ada Okafor' },
  ...{ timeZone: 'Europe/Berlin', ...halfHour('2026-12-08T14:00:00Z') },
};

const handedOn = {
  ...halfHour('2026-12-08T14:00:00Z'),
  ...{ title: 'Intro call', hostName: 'Ada Okafor', attendeeName: 'Sam Rivers' },
  ...{ zone: 'Europe/Berlin', isEntered: true },
};

const found = {
  ...halfHour('2026-12-08T14:00:00Z'),
  ...{ title: 'Intro call', hostName: 'Ada Okafor', timeZone: 'America/New_York', url: MANAGE_URL },
};

/** Every mail that the product writes, by what it tells and to whom. */
export const mailStates: Readonly<Record<string, Message>> = {
  ...Object.assign(
    {},
    ...Object.entries(facts).map(([name, over]) => toEverybody(name, aFacts(over))),
  ),
  'reminder-attendee': reminder('attendee'),
  'reminder-guest': reminder('guest'),
  'refused-host': refusalMessage({ ...refusal, reason: '550 5.1.1 No such user' }),
  'refused-guest-host': refusalMessage({
    ...{ ...refusal, reason: '550 5.1.1 No such user', manageUrl: null },
    ...{
      person: say('mail:refusal.guest', { attendee: 'Sam Rivers' }),
      address: 'kim@example.com',
    },
  }),
  'left-alone-host': refusalMessage({ ...refusal, reason: null }),
  'handed-on-former-host': formerHostMessage(handedOn),
  'handed-on-unheard-former-host': formerHostMessage({ ...handedOn, isEntered: false }),
  links: linksMessage([
    found,
    { ...found, ...halfHour('2027-01-12T09:00:00Z'), title: 'Review', hostName: 'Eve Lind' },
  ]),
};
