import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { newToken } from '../../shared/random.js';
import { MINUTE } from '../../slots/interval.js';
import { chosenDuration } from '../month/chosen-duration.js';
import { askedFields } from './asked-fields.js';
import { meetingOf } from '../meeting.mapper.js';
import { shown, type ShownPage } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import type { Query } from '../views/address.js';
import type { TypedDetails } from '../views/carried-query.js';
import { DetailsView } from '../views/details/details.view.js';
import type { FieldProblem } from '../views/field.view.js';
import type { Replacement } from '../views/manage/other-times.view.js';
import type { ClockFace } from '../../language/time-words.js';

export interface DetailsWish {
  readonly configuration: CalendarConfiguration;
  /** The chosen start, epoch milliseconds. */
  readonly start: number;
  readonly face: ClockFace;
  readonly carried: Query;
  readonly typed: TypedDetails;
  /** Left out where a new form is begun, which gets a key of its own. */
  readonly idempotencyKey?: string | undefined;
  /** The time that is held meanwhile, see `holdName`. */
  readonly hold?: string | undefined;
  readonly problems?: readonly FieldProblem[];
  readonly replacement?: Replacement | undefined;
}

/** The form in which attendees say who they are, new or sent back to be mended. */
@Injectable()
export class DetailsForm {
  constructor(private readonly shell: PageShell) {}

  page(wish: DetailsWish, status = 200): ShownPage {
    const { afterBooking } = wish.configuration.settings;
    const formTarget =
      afterBooking.kind === 'redirect' ? new URL(afterBooking.url).origin : undefined;
    return { ...shown(this.view(wish), status), formTarget };
  }

  private view(wish: DetailsWish): VNode {
    const { configuration, start, face, carried, typed, problems = [], replacement } = wish;
    const durationMinutes = chosenDuration(configuration.settings, carried);
    return DetailsView({
      shell: this.shell.of(carried, configuration),
      meeting: meetingOf(configuration, durationMinutes),
      place: { host: configuration.host.handle, slug: configuration.slug, carried },
      chosen: { start, end: start + durationMinutes * MINUTE },
      asks: askedFields(configuration.settings, typed),
      ...{ face, typed, problems, replacement, hold: wish.hold },
      idempotencyKey: wish.idempotencyKey ?? newToken(),
    });
  }
}
