import { Assistant } from '../../bots/core/assistant.js';
import { ChatPlatforms } from '../../bots/core/chat-platforms.js';
import type { Answer, FilledForm, Form, FormValues, FormWish } from '../../bots/core/forms/form.js';
import type { Button, Message, TextPart } from '../../bots/core/message.js';
import { nameWithKey } from '../../bots/core/seen-people.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { startTestApp, type TestApp, type TestAppOptions } from '../e2e/app.js';
import { FakePlatform } from '../fakes/fake-platform.js';

/** Everything that a link needs, on the flags of one line. */
export const SETUP =
  '/schedule setup --title "Intro call" --duration 30 --hours "mon-fri 09:00-17:00" ' +
  '--buffer-after 10 --timezone Europe/Berlin --alerts #bookings';

let people = 0;

/** The whole product with a platform in memory, to talk with. */
export class ChatRoom {
  readonly platform = new FakePlatform();

  private constructor(readonly app: TestApp) {
    app.nest.get(ChatPlatforms).register(this.platform);
  }

  static async open(options: TestAppOptions = {}): Promise<ChatRoom> {
    return new ChatRoom(await startTestApp(options));
  }

  close(): Promise<void> {
    return this.app.stop();
  }

  /** A person whom nobody has met before, and whom others can name: `@` and the user key. */
  newcomer(): ChatPerson {
    people += 1;
    const name = `person${'abcdefghijklmnopqrstuvwxyz'.charAt(people % 26)}${'x'.repeat(people / 26)}`;
    return { platform: 'fake', workspace: 'local', userKey: name, name };
  }

  hear(person: ChatPerson, text: string): Promise<Message> {
    return this.app.nest.get(Assistant).hear({ person, platform: this.platform, text });
  }

  async says(person: ChatPerson, text: string): Promise<string> {
    return textOf(await this.hear(person, text));
  }

  async press(person: ChatPerson, button: Pick<Button, 'verb' | 'subject'>): Promise<string> {
    return textOf(await this.pressed(person, button));
  }

  /** The same as a message, which may hold choices. */
  pressed(person: ChatPerson, button: Pick<Button, 'verb' | 'subject'>): Promise<Message> {
    return this.app.nest.get(Assistant).press({ person, platform: this.platform, button });
  }

  /** Takes a choice of a message, as a select or a button does. */
  choose(person: ChatPerson, { choices }: Message, choice: string): Promise<Message> {
    const { dialogue = '', step = '' } = choices ?? {};
    const chosen = { person, platform: this.platform, dialogue, step, choice };
    return this.app.nest.get(Assistant).choose(chosen);
  }

  async chose(person: ChatPerson, message: Message, choice: string): Promise<string> {
    return textOf(await this.choose(person, message, choice));
  }

  /** The window that a line opens, filled in as it stands. */
  async openForm(person: ChatPerson, line: string): Promise<Form> {
    const wish = this.app.nest.get(Assistant).formAskedFor(line);
    if (!wish) throw new Error(`No window opens for: ${line}`);
    return formIn(await this.wishForm(person, wish));
  }

  wishForm(person: ChatPerson, form: FormWish): Promise<Answer> {
    return this.app.nest.get(Assistant).openForm({ person, platform: this.platform, form });
  }

  /** A form with other values in some of its fields, as a platform hands it over. */
  filled({ kind, subject, timeZone, fields }: Form, changed: FormValues = {}): FilledForm {
    const shown = Object.fromEntries(fields.map(({ id, value }) => [id, value]));
    return { kind, subject, timeZone, values: { ...shown, ...changed } };
  }

  submitForm(person: ChatPerson, form: FilledForm): Promise<Answer> {
    return this.app.nest.get(Assistant).submitForm({ person, platform: this.platform, form });
  }

  changeForm(person: ChatPerson, form: FilledForm, fieldId: string): Promise<Answer> {
    const turn = { person, platform: this.platform, form, fieldId };
    return this.app.nest.get(Assistant).changeForm(turn);
  }

  /** Fills in the window that a line opens and hands it in; what it answers. */
  async fillIn(person: ChatPerson, line: string, changed: FormValues): Promise<string> {
    const form = await this.openForm(person, line);
    return answerText(await this.submitForm(person, this.filled(form, changed)));
  }

  /** What the living message in a channel says now; `@` and a user key for direct messages. */
  cardIn(channel: string): Message | undefined {
    return [...this.platform.messages.values()].findLast((one) => one.channel === channel)?.message;
  }

  /** The button of the message that was last told to somebody. */
  toldButton(verb: Button['verb']): Button {
    const button = this.platform.told.at(-1)?.message.buttons?.find((one) => one.verb === verb);
    if (!button) throw new Error(`There is no button ${verb}.`);
    return button;
  }

  /** The first person hands their calendar to the second, who accepts. */
  async handOver(
    from: ChatPerson,
    to: ChatPerson,
    bookings: 'give' | 'keep' = 'keep',
  ): Promise<void> {
    await this.hear(from, `/schedule calendar host @${to.userKey} --bookings ${bookings}`);
    const answer = await this.press(to, this.toldButton('accept-host'));
    if (!answer.startsWith('You are the host')) throw new Error(answer);
  }
}

function partText(part: TextPart): string {
  if (typeof part === 'string') return part;
  if (part.kind === 'time') return '<time>';
  return part.kind === 'link' ? part.url : nameWithKey(part);
}

/** A message as plain lines; times are `<time>`. */
export function textOf(message: Message | undefined): string {
  const code = message?.code === undefined ? [] : [[message.code]];
  const typed = message?.typed === undefined ? [] : [[message.typed]];
  const parts = [[message?.title ?? ''], ...(message?.lines ?? []), ...code, ...typed].map((line) =>
    line.map(partText).join(''),
  );
  return parts.filter((line) => line !== '').join('\n');
}

/** The form that was answered with; what was said instead is a failure. */
export function formIn(answer: Answer): Form {
  if (answer.kind === 'form') return answer.form;
  throw new Error(`There is no form: ${textOf(answer.message)}`);
}

/** What was answered, in a form or in words, as plain lines. */
export const answerText = (answer: Answer): string =>
  textOf(answer.kind === 'form' ? answer.form : answer.message);
