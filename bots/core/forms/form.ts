import type { Choice, Line, Message } from '../message.js';

/**
 * Characters of a form's title, and of its button. We keep to so few that a window of any platform
 * shows them whole: the narrowest holds just these.
 */
export const MOST_TITLE = 24;

/**
 * What somebody fills in, before any platform has given it a shape: a window where there are windows.
 * Its script (by `kind`) opens it, hears what is changed in it and takes what is filled in; it keeps
 * nothing in the form that it would have to believe.
 */
export interface Form {
  /** Which script answers: `setup`, `hours`, `booking`. */
  readonly kind: string;
  /** What it is about, 100 characters at most: the id of a calendar, a booking's uid, a dialogue. */
  readonly subject: string;
  /** `MOST_TITLE` characters at most. */
  readonly title: string;
  /** Above the fields. */
  readonly lines: readonly Line[];
  readonly fields: readonly FormField[];
  /** What the button says that hands it in; `MOST_TITLE` characters at most. */
  readonly submit: string;
  /** The zone (IANA name) that dates and times in it are read in. */
  readonly timeZone: string;
  /** Whether its script wants to know when somebody closes it: something is held for them. */
  readonly isHeld?: boolean;
}

export type FieldKind =
  /** One line, several lines, an e-mail address, a number of any kind. */
  | 'line'
  | 'lines'
  | 'email'
  | 'number'
  /** One of `options`, or several. */
  | 'choice'
  | 'choices'
  /** Days of the calendar, as ISO dates. */
  | 'date'
  /** A channel or a person of the platform, in its own way of choosing; by key in the values. */
  | 'channel'
  | 'person';

export interface FormField {
  /** `title`, `monday`, `question 7f3c…`; 100 characters at most, one of a kind in its form. */
  readonly id: string;
  readonly kind: FieldKind;
  readonly label: string;
  /** What stands in it already; empty for nothing. Several choices stand one per line. */
  readonly value: string;
  readonly isRequired: boolean;
  /** A sentence below the field. */
  readonly hint?: string;
  /** Something that could be written, shown while it is empty. */
  readonly example?: string;
  /** What can be chosen, in this order; those of one group stand together. */
  readonly options?: readonly Choice[];
  /** Most characters of a text, most choices of several. */
  readonly most?: number;
  /** Of a channel: while it is empty, the one in which they are stands in it, where that is known. */
  readonly isHere?: boolean;
  /** Its script hears of a change at once, and shows the form anew. */
  readonly isLive?: boolean;
}

/** What was filled in, by the id of the field; nothing is an empty text. */
export type FormValues = Readonly<Record<string, string>>;

/** Which form somebody wants, and what is known by then. */
export interface FormWish {
  readonly kind: string;
  /** Empty where the form finds out itself, such as the calendar in use. */
  readonly subject: string;
  /** What is to stand in the fields. */
  readonly values: FormValues;
}

/** A form as it was handed in, or as it stands when something in it was changed. */
export interface FilledForm extends FormWish {
  /** The zone in which it was shown. */
  readonly timeZone: string;
}

/** What a person gets: words, or something to fill in. */
export type Answer =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'form'; readonly form: Form };

export const inWords = (message: Message): Answer => ({ kind: 'message', message });
export const inForm = (form: Form): Answer => ({ kind: 'form', form });
