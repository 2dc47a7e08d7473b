import type { ChatPerson } from '../../../src/hosts/identities.service.js';
import { aRequest } from '../../builders/booking.js';
import { ChatRoom, SETUP } from '../../chat/chat-room.js';
import { refusedBooking } from '../api/refused.js';
import type { Answer } from '../ask.js';
import { type Page, visit } from '../page/visitor.js';

/** When the guests of these tests meet: 10:00 in Berlin. */
export const START = '2027-02-02T09:00:00Z';
export const SAM = { name: 'Sam Rivers', email: 'sam@example.com' };

/** A host who sets up a calendar by command, and what others see of it. */
export class SettingHost {
  private ada: ChatPerson | undefined;
  /** `/person/intro-call` */
  link = '';

  private constructor(readonly room: ChatRoom) {}

  static async open(): Promise<SettingHost> {
    return new SettingHost(await ChatRoom.open());
  }

  get app() {
    return this.room.app;
  }

  get name(): string {
    return this.ada?.name ?? '';
  }

  /** Another host, with a calendar on which nothing is set. */
  async begin(): Promise<void> {
    this.ada = this.room.newcomer();
    const saved = await this.room.says(this.ada, SETUP);
    this.link = new URL(saved.split('\n').find((line) => line.startsWith('https://'))!).pathname;
  }

  readonly set = (line: string): Promise<string> => this.room.says(this.ada!, `/schedule ${line}`);

  /** What the API tells anybody. */
  readonly facts = async (): Promise<Answer['json']> =>
    (await this.app.ask({ path: `/api/v1/calendars${this.link}` })).json;

  readonly form = (more = ''): Promise<Page> =>
    visit(this.app, `${this.link}/book?start=${START}${more}`);

  readonly book = (more: object = {}): Promise<Answer> =>
    this.app.ask({
      ...{ path: `/api/v1/calendars${this.link}/bookings`, body: aRequest(START, { ...more }) },
    });

  /** A booking by the API that must be refused and leave nothing behind. */
  readonly refuses = (more: object): Promise<Answer> =>
    refusedBooking(this.app, `/api/v1/calendars${this.link}`, aRequest(START, { ...more }));
}

export const pointers = ({ json }: Answer): string[] =>
  json.errors.map(({ pointer }: { pointer: string }) => pointer);

/** The lines of the error summary, and where they lead. */
export const problems = ({ document }: Page): readonly (readonly [string, string])[] =>
  document
    .querySelectorAll('.problems li a')
    .map((one) => [one.getAttribute('href')!, one.text] as const);
