import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { meetingEnd } from '../../availability/availability.service.js';
import { moveQueryOf, type OpenBooking } from './booking-door.service.js';
import { bookedMeeting, bookedSlot } from '../meeting.mapper.js';
import { PageShell } from '../page-shell.js';
import type { FieldProblem } from '../views/field.view.js';
import { RescheduleConfirmView } from '../views/manage/reschedule-confirm.view.js';

interface QuestionWish {
  /** The new start, epoch milliseconds. */
  readonly start: number;
  /** What was typed before and sent back. */
  readonly reason?: string;
  readonly problems?: readonly FieldProblem[];
}

/** Asks whether a booking should move to the chosen time. */
@Injectable()
export class RescheduleQuestion {
  constructor(private readonly shell: PageShell) {}

  view(open: OpenBooking, { start, ...typed }: QuestionWish): VNode {
    const { booking, configuration, place, shownIn } = open;
    return RescheduleConfirmView({
      shell: this.shell.of(place.carried, configuration),
      meeting: bookedMeeting(booking, configuration),
      ...{ place, face: shownIn.face, sequence: booking.sequence },
      asks: booking.status === 'confirmed' && configuration.settings.approval === 'host',
      from: bookedSlot(booking),
      to: { start, end: meetingEnd(moveQueryOf(open), start) },
      rule: configuration.settings.cutoffs.reason,
      ...typed,
    });
  }
}
