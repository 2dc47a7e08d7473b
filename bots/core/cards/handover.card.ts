import { shortCode } from '../../../src/bookings/booking-uid.js';
import type { Misfit } from '../../../src/bookings/handover/handover-fit.service.js';
import type { ChatPerson } from '../../../src/hosts/identities.service.js';
import { say } from '../../../src/language/say.js';
import { type Line, mention, type Message, type PersonPart, time } from '../message.js';
import { phrase } from '../phrase.js';

/** A booking that is ahead when a calendar changes hands. */
export interface HandoverTime {
  readonly uid: string;
  readonly attendeeName: string;
  /** Epoch milliseconds. */
  readonly start: number;
  /** IANA name of the calendar's zone then. */
  readonly timeZone: string;
}

export interface HandoverFacts {
  readonly title: string;
  /** Names of the present host, and of whoever is asked. */
  readonly host: string;
  readonly person: string;
  /** What fits comes along; otherwise everything stays. */
  readonly givesBookings: boolean;
  readonly fitting: readonly HandoverTime[];
  readonly misfits: readonly (HandoverTime & { readonly why: Misfit })[];
  /** The meetings are calls to the present host's own number. */
  readonly hasOwnNumber: boolean;
  /** Where they take place, as the present host set it for themselves; null where nobody is bound to it. */
  readonly place: string | null;
}

/** Who reads: the present host, or whoever is asked, who is told no names yet. */
type Reader = 'host' | 'person';

const MOST_SHOWN = 10;

/** The question to a new host. */
export function handoverCard(handoverId: string, facts: HandoverFacts): Message {
  const { host, title, hasOwnNumber, place } = facts;
  return {
    title: say('cards:handover.question', { host, title }),
    lines: [
      [say('cards:handover.effect')],
      ...bookingsLines(facts, 'person'),
      ...(hasOwnNumber ? [[say('handover:place.number', { host })]] : []),
      ...(place === null ? [] : [[say('handover:place.set', { host, place })]]),
      [say('handover:alerts.person', { host })],
      [say('cards:handover.again')],
    ],
    buttons: [
      {
        verb: 'accept-host',
        subject: handoverId,
        label: say('cards:handover.accept'),
        look: 'primary',
      },
      { verb: 'decline-host', subject: handoverId, label: say('cards:handover.decline') },
    ],
  };
}

/** What the present host sees before they say what becomes of the bookings that are ahead. */
export function handoverChoice(facts: HandoverFacts, asked: ChatPerson): Message {
  const typed = mention(asked);
  return {
    title: say('cards:handover.choose', { title: facts.title, person: facts.person }),
    lines: [
      ...effectLines(facts, 'host'),
      phrase((who) => say('cards:handover.give', { person: who(typed) })),
      phrase((who) => say('cards:handover.keep', { person: who(typed) })),
    ],
  };
}

/** What the present host is told once the question is asked. */
export function handoverAsked(facts: HandoverFacts, asked: PersonPart): Message {
  const { person, title } = facts;
  return {
    lines: [
      phrase((who) => say('commands:handover.asked', { person: who(asked), title })),
      ...bookingsLines(facts, 'host'),
      [say('handover:alerts.host', { person })],
    ],
  };
}

/** What became of the bookings, told to both once it is done. */
export function handedLines(facts: HandoverFacts, reader: Reader): Line[] {
  const { fitting, misfits, givesBookings, host, person } = facts;
  if (!givesBookings) return [];
  const names = { host, person };
  return [
    [say(`cards:handover.came.${reader}`, { ...names, count: fitting.length })],
    ...(misfits.length === 0
      ? []
      : [[say(`cards:handover.stayed.${reader}`, { ...names, count: misfits.length })]]),
    ...misfitRows(facts, reader),
  ];
}

function bookingsLines(facts: HandoverFacts, reader: Reader): Line[] {
  const { host, fitting, misfits, givesBookings } = facts;
  const count = fitting.length + misfits.length;
  if (!givesBookings || count === 0) {
    return [[say(`cards:handover.staying.${reader}`, { host, count })]];
  }
  const fate = say(`cards:handover.coming.${reader}`, { host, person: facts.person });
  return [...effectLines(facts, reader), [fate]];
}

/** `3 appointments ahead fit, one does not:`, and which. */
function effectLines(facts: HandoverFacts, reader: Reader): Line[] {
  const { fitting, misfits, person } = facts;
  const fit = say(`cards:handover.fit.${reader}`, { person, count: fitting.length });
  return [
    ...(fitting.length === 0 ? [] : rows(fitting, reader)),
    [say('cards:handover.misfit', { fit, count: misfits.length })],
    ...misfitRows(facts, reader),
  ];
}

function misfitRows({ misfits, person }: HandoverFacts, reader: Reader): Line[] {
  const shown = misfits.slice(0, MOST_SHOWN).map((one): Line => {
    const why = say(`cards:handover.why.${one.why}.${reader}`, { person });
    return [...row(one, reader), `: ${why}`];
  });
  return [...shown, ...moreThan(misfits.length)];
}

const rows = (times: readonly HandoverTime[], reader: Reader): Line[] => [
  ...times.slice(0, MOST_SHOWN).map((one) => row(one, reader)),
  ...moreThan(times.length),
];

const moreThan = (all: number): Line[] =>
  all > MOST_SHOWN ? [[say('cards:affected.more', { count: all - MOST_SHOWN })]] : [];

function row({ uid, attendeeName, start, timeZone }: HandoverTime, reader: Reader): Line {
  const named = say('cards:affected.row', { attendee: attendeeName, code: shortCode(uid) });
  return ['• ', time(start, timeZone), ...(reader === 'host' ? [named] : [])];
}
