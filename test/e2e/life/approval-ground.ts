import type { Message } from '../../../bots/core/message.js';
import type { BookedAnswer } from '../../../src/bookings/booking-answer.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { Database } from '../../../src/database/database.js';
import { WaitingRequests } from '../../../src/bookings/approval/waiting-requests.service.js';
import type { ChatPerson } from '../../../src/hosts/identities.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { aRequest } from '../../builders/booking.js';
import { apiPath } from '../../builders/calendar.js';
import { type ChatRoom, SETUP } from '../../chat/chat-room.js';
import type { Answer } from '../ask.js';

/** A host in a chat room, with a calendar and an alert channel, and whoever books there. */
export class ApprovalGround {
  private constructor(
    readonly room: ChatRoom,
    readonly ada: ChatPerson,
    readonly calendar: CalendarConfiguration,
  ) {}

  /** A new host of the room. */
  static async in(room: ChatRoom, ...commands: readonly string[]): Promise<ApprovalGround> {
    const ada = room.newcomer();
    for (const line of [SETUP, ...commands]) await room.hear(ada, line);
    const [row] = await room.app.database.query<{ host_id: string }>(
      `select host_id from chat_identity where user_key = '${ada.userKey}'`,
    );
    const { nest } = room.app;
    const [calendar] = await nest
      .get(Database)
      .read((em) => nest.get(CalendarRepository).ofHost(em, row?.host_id ?? ''));
    if (!calendar) throw new Error('There is no calendar.');
    return new ApprovalGround(room, ada, calendar);
  }

  /** Once its card stands: a card that is painted late has no reply for what it shows at first. */
  async book(start: string, more: Readonly<Record<string, unknown>> = {}): Promise<BookedAnswer> {
    const { status, json, text } = await this.tryToBook(start, more);
    if (status !== 201) throw new Error(text);
    await this.settled();
    return json;
  }

  tryToBook(start: string, more: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const path = `${apiPath(this.calendar)}/bookings`;
    return this.room.app.ask({ path, body: aRequest(start, more) });
  }

  /** What the holder of the manage link is told now. */
  async read({ uid, manageToken }: BookedAnswer) {
    const path = `/api/v1/bookings/${uid}`;
    return (await this.room.app.ask({ path, token: manageToken })).json;
  }

  change(booking: BookedAnswer, action: string, body?: object): Promise<Answer> {
    const { uid, manageToken: token } = booking;
    return this.room.app.ask({
      ...{ method: 'POST', path: `/api/v1/bookings/${uid}/${action}`, token },
      body,
    });
  }

  /** The starts of a date (UTC) that anybody could book: `09:00`. */
  async free(date: string): Promise<string[]> {
    const { json } = await this.room.app.ask({
      path: `${apiPath(this.calendar)}/slots?start=${date}&end=${date}&timeZone=UTC`,
    });
    const days: { readonly slots: readonly { readonly start: string }[] }[] = json.days;
    return days.flatMap(({ slots }) => slots.map(({ start }) => start.slice(11, 16)));
  }

  says(line: string): Promise<string> {
    return this.room.says(this.ada, `/schedule ${line}`);
  }

  press(verb: 'confirm' | 'decline' | 'propose' | 'cancel', subject: string): Promise<string> {
    return this.room.press(this.ada, { verb, subject });
  }

  /** It is later, and two processes look at the clock at once. */
  async at(now: string): Promise<void> {
    const { clock, nest } = this.room.app;
    clock.set(now);
    const waiting = nest.get(WaitingRequests);
    await Promise.all([waiting.attend(clock.now()), waiting.attend(clock.now())]);
    await this.settled();
  }

  /** What the host was told by themselves, in order. */
  reminders(): (string | undefined)[] {
    return this.room.platform.told
      .filter(({ person }) => person === this.ada.userKey)
      .map(({ message }) => message.title);
  }

  settled(): Promise<void> {
    return this.room.app.nest.get(Jobs).settle(10_000);
  }

  /** The card of a booking as it stands, once everything was painted. */
  async card({
    uid,
  }: Pick<BookedAnswer, 'uid'>): Promise<{ message: Message; replies: readonly Message[] }> {
    await this.settled();
    const code = uid.slice(0, 6);
    const card = [...this.room.platform.messages.values()].find(({ message }) =>
      JSON.stringify(message).includes(code),
    );
    if (!card) throw new Error(`There is no card ${code}.`);
    return card;
  }

  /** What happened to a booking, in order. */
  async history({ uid }: Pick<BookedAnswer, 'uid'>): Promise<string[]> {
    const rows = await this.room.app.database.query<{ said: string }>(
      `select c.sequence || ' ' || kind || ' by ' || actor as said
         from booking_change c join booking b on b.id = booking_id
        where uid = $1 order by c.sequence`,
      [uid],
    );
    return rows.map(({ said }) => said);
  }
}
