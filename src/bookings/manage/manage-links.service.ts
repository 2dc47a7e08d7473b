import { Injectable } from '@nestjs/common';
import { Env } from '../../config/env.js';
import { Clock } from '../../shared/clock.js';
import { hashToken, newToken } from '../../shared/random.js';
import { SecretBox } from '../../shared/secret-box.js';
import { DAY } from '../../slots/interval.js';
import type { Booking } from '../booking.entity.js';

/** How long after the meeting its manage link still opens. */
export const MANAGE_LINK_DAYS = 30;

/** A new manage token: plain for the booker, and the two forms in which the database keeps it. */
export interface ManageToken {
  readonly token: string;
  readonly hash: Buffer;
  readonly sealed: string;
}

/** Makes the links by which an attendee manages a booking, and finds them again. */
@Injectable()
export class ManageLinks {
  constructor(
    private readonly secretBox: SecretBox,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /** For the booking with this row id: a sealed token opens in no other row. */
  issue(bookingId: string): ManageToken {
    const token = newToken();
    const sealed = this.secretBox.seal(token, place(bookingId));
    return { token, hash: hashToken(token), sealed };
  }

  address(uid: string, token: string): string {
    return `${this.env.publicUrl}/b/${uid}?t=${token}`;
  }

  /** The booking as a file for the attendee's own calendar. */
  fileAddress(uid: string, token: string): string {
    return `${this.env.publicUrl}/b/${uid}/calendar.ics?t=${token}`;
  }

  /** The manage link of a booking; null when it opens no more, or when nobody has one. */
  of({ id, uid, endsAt, sealedManageToken }: Booking): string | null {
    const isOver = endsAt.getTime() + MANAGE_LINK_DAYS * DAY <= this.clock.now();
    if (isOver || !sealedManageToken) return null;
    return this.address(uid, this.secretBox.open(sealedManageToken, place(id)));
  }
}

const place = (bookingId: string): string => `booking:sealed_manage_token:${bookingId}`;
