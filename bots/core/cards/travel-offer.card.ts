import { describeDate } from '../../../src/calendars/words/local-date.js';
import { zoneName } from '../../../src/language/time-words.js';
import { say } from '../../../src/language/say.js';
import { addDays, type LocalDate } from '../../../src/slots/wall-clock.js';
import { type Button, type Message, sentences } from '../message.js';

/** What a host whose clock is another one than their hours' is asked. */
export interface TravelOffer {
  readonly calendarId: string;
  readonly title: string;
  /** Where they seem to be, an IANA name. */
  readonly zone: string;
  /** By which their hours are offered, an IANA name. */
  readonly present: string;
  /** There. */
  readonly today: LocalDate;
  /** They are back from a trip: its last day. Null for a trip that begins. */
  readonly tripEnds: LocalDate | null;
}

/** After so many days a trip may end; others are typed. */
const LENGTHS = [3, 7, 14];

export function travelOffer(offer: TravelOffer): Message {
  return offer.tripEnds === null ? goingAway(offer) : comingBack(offer, offer.tripEnds);
}

function goingAway(offer: TravelOffer): Message {
  const { calendarId, zone, today } = offer;
  const facts = factsOf(offer);
  return {
    ...sentences(
      say('travel:away', facts),
      say('travel:question'),
      say('travel:otherDates', { zone }),
    ),
    buttons: [
      ...LENGTHS.map((days, index): Button => {
        const last = addDays(today, days);
        return {
          ...{ verb: 'travel-zone', subject: [calendarId, zone, last].join(' ') },
          label: say('travel:until', { day: describeDate(last) }),
          ...(index === 0 ? { look: 'primary' } : {}),
        };
      }),
      keepButton(offer),
    ],
  };
}

function comingBack(offer: TravelOffer, tripEnds: LocalDate): Message {
  const facts = factsOf(offer);
  const day = describeDate(tripEnds);
  return {
    ...sentences(say('travel:back', { ...facts, day }), say('travel:backQuestion')),
    buttons: [
      {
        ...{ verb: 'home-zone', subject: offer.calendarId, look: 'primary' },
        label: say('travel:home', facts),
      },
      keepButton(offer),
    ],
  };
}

const keepButton = (offer: TravelOffer): Button => ({
  ...{ verb: 'keep-zone', subject: offer.calendarId },
  label: say('travel:stay', factsOf(offer)),
});

const factsOf = ({ title, zone, present }: TravelOffer) => ({
  title,
  zone: zoneName(zone),
  present: zoneName(present),
});
