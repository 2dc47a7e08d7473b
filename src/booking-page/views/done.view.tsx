import type { JSX } from 'preact';
import type { BookingStatus } from '../../bookings/booking-status.js';
import { say } from '../../language/say.js';
import { instantText } from '../../language/time-words.js';
import {
  AfterText,
  type BookingFacts,
  type BookingState,
  FactList,
  LOOKS,
  StateHeader,
  stands,
  titleOf,
} from './booking-facts.view.js';
import { Layout, type Shell, type Told } from './layout.view.js';
import { MailNote } from './manage/mail-note.view.js';
import { Outward } from './outward.view.js';
import { manageLink } from './page-links.js';
import { Requested } from './manage/waiting.view.js';

export interface DonePage extends BookingFacts {
  readonly shell: Shell;
  readonly status: BookingStatus;
}

/** What the site around learns; nothing of what is long over. */
const EVENTS = {
  requested: 'booked',
  booked: 'booked',
  moved: 'rescheduled',
  cancelled: 'cancelled',
  declined: 'cancelled',
  expired: 'cancelled',
  over: undefined,
} as const satisfies Record<BookingState, Told['event'] | undefined>;

function toldOf({ state, place, slot, status }: DonePage): Told | undefined {
  const event = EVENTS[state];
  const time = { start: instantText(slot.start), end: instantText(slot.end) };
  return event && { event, uid: place.uid, ...time, status };
}

/** Without mail the link to keep is that of the page outside the frame. */
function FramedMailNote(page: DonePage): JSX.Element {
  const { kind } = page.mail;
  if (kind === 'quiet' || kind === 'handed-over') return <MailNote {...page} />;
  const words = kind === 'none' ? 'page:noMailFromFrame' : 'page:mailStuckFromFrame';
  return <p class="honest">{say(words)}</p>;
}

/** The end of a booking in a frame. Whatever changes it opens in a page that nobody can frame. */
export function DoneView(page: DonePage): JSX.Element {
  const { shell, state, place } = page;
  return (
    <Layout shell={shell} head={{ title: titleOf(page), told: toldOf(page) }}>
      <main class="one">
        <section class={`booking ${LOOKS[state]}`}>
          <StateHeader {...page} />
          {state === 'requested' && <Requested {...page} />}
          <FactList {...page} />
          <AfterText {...page} />
          {stands(state) && <FramedMailNote {...page} />}
          <div class="actions">
            <Outward class="quiet" href={manageLink(place)} data-look-again="">
              {say(stands(state) ? 'page:manage' : 'page:showMeeting')}
            </Outward>
          </div>
        </section>
      </main>
    </Layout>
  );
}
