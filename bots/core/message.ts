import type { ChatPerson } from '../../src/hosts/identities.service.js';

/** An instant that each platform shows in its reader's own zone, or else in `timeZone`, named. */
export interface TimePart {
  readonly kind: 'time';
  /** Epoch milliseconds. */
  readonly at: number;
  /** IANA zone for readers whose own is unknown. */
  readonly timeZone: string;
  /** A time that no longer holds, struck out. */
  readonly isFormer?: boolean;
}

export interface LinkPart {
  readonly kind: 'link';
  readonly url: string;
  /** What it is called where a link can have a name. */
  readonly label?: string;
}

/**
 * Somebody on a chat platform, shown by what that platform alone can vouch for: a mention where there are
 * mentions, else the name with the key. Anybody can bear another's name, or one that looks like it.
 */
export interface PersonPart {
  readonly kind: 'person';
  readonly platform: string;
  readonly workspace: string;
  readonly key: string;
  readonly name: string;
}

/** A name or a text that a person wrote is shown as text, never as markup or a mention. */
export type TextPart = string | TimePart | LinkPart | PersonPart;

export type Line = readonly TextPart[];

/** A press says what to do and with what; who pressed is checked again when it happens. */
export interface Button {
  readonly verb: ButtonVerb;
  /** A booking's uid, or the id of a question. */
  readonly subject: string;
  readonly label: string;
  readonly look?: 'primary' | 'danger';
}

/** What buttons do; a platform reads from here which verbs there are. */
export const BUTTON_VERBS = [
  'confirm',
  'decline',
  'propose',
  'cancel',
  'keep',
  'reschedule',
  'showed',
  'no-show',
  /** Asks for the link under which they meet, which not everybody who sees a card may know. */
  'join',
  'accept-host',
  'decline-host',
  'undo',
  'keep-affected',
  'move-affected',
  'cancel-affected',
  /** Of whoever booked, on their own card. */
  'move-mine',
  'cancel-mine',
  'withdraw-move',
  'keep-time',
  /** Its subject is the booking's uid and the start: `7k2m… 1801562400000`. */
  'take-time',
  'take-none',
  /** Its subject is a booking, after which comes another with the same host, or a calendar. */
  'start-booking',
  /** Its subject is a line, as whoever presses would type it. */
  'give-command',
  /** Of whoever asked to be forgotten. */
  'forget-all',
  'forget-past',
  /** Its subject is a calendar, and where they go a zone and the last day there. */
  'travel-zone',
  'home-zone',
  'keep-zone',
] as const;

/** They answer a question that was put to one person; what comes of it takes the question's place. */
export const ANSWERING_VERBS: readonly ButtonVerb[] = [
  'keep',
  'accept-host',
  'decline-host',
  'forget-all',
  'forget-past',
  'travel-zone',
  'home-zone',
  'keep-zone',
];

export type ButtonVerb = (typeof BUTTON_VERBS)[number];

/** One thing that can be chosen: an option of a select, a button, or a number to type. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Options of one group stand together under its name. */
  readonly group?: string;
  /** Of one that is a button. */
  readonly look?: Button['look'];
}

/** The step of every question that a yes or a no answers; those are the ids of its choices. */
export const YES_OR_NO = 'yes-or-no';

/** What a question of a dialogue can be answered with; `step` tells a late answer from a present one. */
export interface Choices {
  readonly dialogue: string;
  readonly step: string;
  readonly options: readonly Choice[];
}

/** What the assistant says, before any platform has given it a shape. */
export interface Message {
  readonly title?: string;
  readonly lines: readonly Line[];
  readonly buttons?: readonly Button[];
  readonly choices?: Choices;
  /**
   * What the words wait for: `again`, to have something said otherwise; `yes`, that it is meant. A form
   * that led to them is shown again.
   */
  readonly asks?: 'again' | 'yes';
  /** How to answer by typing: the last line where there are no buttons, and left out where there are. */
  readonly typed?: string;
  /** Text to be copied as it stands: a block of code where the platform has those. */
  readonly code?: string;
  /** Text to be kept: a file where the platform has those. */
  readonly file?: { readonly name: string; readonly text: string };
}

export const time = (at: number | Date, timeZone: string): TimePart => ({
  kind: 'time',
  at: typeof at === 'number' ? at : at.getTime(),
  timeZone,
});

/** `called` is how they are named where their platform has no mentions. */
export const person = (
  { platform, workspace, userKey, name }: ChatPerson,
  called = name,
): PersonPart => ({ kind: 'person', platform, workspace, key: userKey, name: called });

/** As one would type it. */
export const mention = (someone: ChatPerson): PersonPart => person(someone, `@${someone.userKey}`);

export const link = (url: string, label?: string): LinkPart => ({
  ...{ kind: 'link', url },
  ...(label === undefined ? {} : { label }),
});

/** A message of sentences, one per line. */
export const sentences = (...lines: readonly (string | Line)[]): Message => ({
  lines: lines.map((line) => (typeof line === 'string' ? [line] : line)),
});

/** Why what was said cannot be taken; said otherwise it can. */
export const mistake = (...lines: readonly (string | Line)[]): Message => ({
  ...sentences(...lines),
  asks: 'again',
});
