import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import type { AskedMonth } from '../month/asked-month.js';
import { moveQueryOf, type OpenBooking } from './booking-door.service.js';
import { bookedMeeting, bookedSlot } from '../meeting.mapper.js';
import { PageShell } from '../page-shell.js';
import { TimePicker } from '../month/time-picker.service.js';
import type { Replacement } from '../views/manage/other-times.view.js';
import { RescheduleView } from '../views/manage/reschedule.view.js';

interface ListWish {
  readonly asked: AskedMonth;
  readonly replacement?: Replacement | undefined;
  readonly movedMeanwhile?: boolean;
}

/** The times to which a booking can move, with what is to be said about the one that was chosen. */
@Injectable()
export class RescheduleList {
  constructor(
    private readonly picker: TimePicker,
    private readonly shell: PageShell,
  ) {}

  async view(open: OpenBooking, { asked, ...said }: ListWish): Promise<VNode> {
    const { booking, configuration, place, shownIn } = open;
    return RescheduleView({
      shell: this.shell.of(place.carried, configuration),
      meeting: bookedMeeting(booking, configuration),
      place,
      picker: await this.picker.picker({ ...moveQueryOf(open), asked, shownIn }),
      current: bookedSlot(booking),
      ...said,
    });
  }
}
