import { shortCode } from '../../../src/bookings/booking-uid.js';
import { say } from '../../../src/language/say.js';
import { refusalSentence } from '../../../src/notifications/messages/refusal-message.js';
import type { Refusal } from '../../../src/notifications/messages/refusal.mapper.js';
import { link, type Message, sentences, time } from '../message.js';

/** Under the card, where many people read: the link that opens the booking is not for them. */
export const refusalReply = (refusal: Refusal): Message =>
  sentences(refusalSentence(refusal), say('mail:refusal.inChannel', { host: refusal.hostName }));

/** To the host in person. */
export function refusalNotice(refusal: Refusal): Message {
  const { title, start, timeZone, manageUrl, address, isOwn, uid } = refusal;
  const code = say('cards:code', { code: shortCode(uid) });
  if (isOwn) {
    return {
      title: say('mail:refusal.ownHeading'),
      lines: [[refusalSentence(refusal)], [say('mail:refusal.own', { address })]],
    };
  }
  return {
    title: say('mail:refusal.heading', { person: refusal.person }),
    lines: [
      [refusalSentence(refusal)],
      [title, ' · ', time(start, timeZone), ' · ', address],
      [say('mail:refusal.otherWay'), ...(manageUrl === null ? [] : [' ', link(manageUrl)])],
      [code],
    ],
  };
}
