import type { JSX } from 'preact';
import type { TimeQuestion } from '../../../bookings/other-times/time-question.js';
import { say } from '../../../language/say.js';
import type { BookingPage } from './booking.view.js';
import { sentAlong } from '../carried-query.js';
import { HiddenFields } from '../form.view.js';
import { Notice } from '../notice.view.js';
import { type BookingPlace, cancelLink, keepPath, rescheduleLink } from '../page-links.js';

const WORDS = {
  'asked-to-move': { title: 'page:askedToMove', help: 'page:askedToMoveHelp' },
  'moved-unasked': { title: 'page:movedByHost', help: 'page:movedByHostHelp' },
} as const satisfies Record<TimeQuestion, { title: string; help: string }>;

/** What every form of a booking's page sends unseen. */
export function PlaceFields({ place, zone }: PlaceFieldsProps): JSX.Element {
  return <HiddenFields fields={{ ...sentAlong(place.carried), t: place.token, tz: zone }} />;
}

interface PlaceFieldsProps {
  readonly place: BookingPlace;
  /** IANA name. */
  readonly zone: string;
}

interface NoticeProps extends BookingPage {
  readonly asked: TimeQuestion;
}

/** Keep the time, pick another, or cancel. */
export function TimeQuestionNotice(page: NoticeProps): JSX.Element {
  const { meeting, place, face, mayMove, mayCancel, asked } = page;
  const { title, help } = WORDS[asked];
  return (
    <Notice tone="caution">
      <h2>{say(title, { host: meeting.hostName })}</h2>
      <p>{say(help, { host: meeting.hostName })}</p>
      <form method="post" action={keepPath(place)} class="actions">
        <PlaceFields place={place} zone={face.zone} />
        <button class="quiet">{say('page:keepNewTime')}</button>
        {mayMove && (
          <a class="quiet" href={rescheduleLink(place)}>
            {say('page:pickOther')}
          </a>
        )}
        {mayCancel && (
          <a class="quiet danger" href={cancelLink(place)}>
            {say('page:cancelMeeting')}
          </a>
        )}
      </form>
    </Notice>
  );
}
