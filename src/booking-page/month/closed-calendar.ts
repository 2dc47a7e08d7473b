import type { BookingProblem } from '../../bookings/booking.errors.js';
import {
  type CalendarConfiguration,
  calendarState,
  type CalendarState,
} from '../../calendars/calendar-configuration.js';
import { localDateOf } from '../../slots/wall-clock.js';
import { type ShownPage, shown } from '../page-answer.js';
import type { Shell } from '../views/layout.view.js';
import type { Message } from '../views/message-words.js';
import { MessageView } from '../views/message.view.js';

type Closed = Exclude<CalendarState, { readonly kind: 'open' }>;

/** Why nothing can be booked at `now`, epoch milliseconds; null when something can. */
export function closedState(configuration: CalendarConfiguration, now: number): Closed | null {
  const state = calendarState(configuration, now);
  return state.kind === 'open' ? null : state;
}

/** The same as it came up while a form was acted on. */
export function closedBy(problem: BookingProblem): Closed | null {
  if (problem.kind === 'calendar-off') return { kind: 'off' };
  return problem.kind === 'calendar-paused' ? { kind: 'paused', until: problem.until } : null;
}

interface ClosedWish {
  readonly shell: Shell;
  readonly configuration: CalendarConfiguration;
  readonly state: Closed;
  /** A pause is a page like any other to a reader, and a conflict to somebody who sent a form. */
  readonly wasSent?: boolean;
}

export function closedPage({ shell, configuration, state, wasSent }: ClosedWish): ShownPage {
  const message = closedMessage(configuration, state);
  const status = state.kind === 'off' ? 410 : wasSent === true ? 409 : 200;
  return shown(MessageView({ shell, message }), status);
}

/** A link that books once, after it did or ran out. */
export const linkUsed = (shell: Shell, status: 409 | 410): ShownPage =>
  shown(MessageView({ shell, message: { kind: 'link-used' } }), status);

function closedMessage({ host, settings }: CalendarConfiguration, state: Closed): Message {
  if (state.kind === 'off') return { kind: 'off', hostName: host.name };
  const { until } = state;
  const date = until === null ? undefined : localDateOf(settings.timeZone, until.getTime());
  return { kind: 'paused', hostName: host.name, until: date };
}
