import type { JSX } from 'preact';
import type { TimeQuestion } from '../../../bookings/other-times/time-question.js';
import { say } from '../../../language/say.js';
import {
  AfterText,
  type BookingFacts,
  FactList,
  LOOKS,
  StateHeader,
  stands,
  takesPlace,
  titleOf,
} from '../booking-facts.view.js';
import { Layout, type Shell } from '../layout.view.js';
import { MailNote } from './mail-note.view.js';
import { calendarFileLink, cancelLink, rescheduleLink } from '../page-links.js';
import { Waiting, type Question } from './waiting.view.js';

export interface BookingPage extends BookingFacts {
  readonly shell: Shell;
  /** Other times that are held for this meeting. */
  readonly question?: Question | undefined;
  /** The host moved it without asking or asks to move it, and the attendee has not answered. */
  readonly timeQuestion?: TimeQuestion | undefined;
  readonly mayMove: boolean;
  readonly mayCancel: boolean;
  /** What the attendee can no longer do by themselves, a sentence each. */
  readonly tooLate?: readonly string[];
  /** The calendar's page, for a new booking after this one was cancelled or is over. */
  readonly calendarHref?: string | undefined;
}

function Actions(page: BookingPage): JSX.Element {
  const { place, mayMove, mayCancel, calendarHref, state, timeQuestion } = page;
  const done = !stands(state);
  // A question about its time offers the same, as answers.
  const isAsked = timeQuestion !== undefined;
  return (
    <div class="actions">
      {takesPlace(state) && (
        <a class="quiet" href={calendarFileLink(place)}>
          {say('page:addToCalendar')}
        </a>
      )}
      {mayMove && !isAsked && (
        <a class="quiet" href={rescheduleLink(place)}>
          {say('page:move')}
        </a>
      )}
      {mayCancel && !isAsked && (
        <a class="quiet danger" href={cancelLink(place)}>
          {say(state === 'requested' ? 'page:withdraw' : 'page:cancelMeeting')}
        </a>
      )}
      {done && calendarHref && (
        <a class="quiet" href={calendarHref}>
          {say('page:bookAgain')}
        </a>
      )}
    </div>
  );
}

/** Confirmation and management in one page, whose address stays the same through every change. */
export function BookingView(page: BookingPage): JSX.Element {
  const { shell, state } = page;
  return (
    <Layout shell={shell} head={{ title: titleOf(page) }}>
      <main class="one">
        <section class={`booking ${LOOKS[state]}`}>
          <StateHeader {...page} />
          <Waiting {...page} />
          <FactList {...page} />
          <AfterText {...page} />
          {stands(state) && <MailNote {...page} />}
          {stands(state) && page.tooLate?.map((sentence) => <p class="soft">{sentence}</p>)}
          <Actions {...page} />
        </section>
      </main>
    </Layout>
  );
}
