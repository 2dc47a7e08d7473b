/** One fact with its name: a line, or several below one another. */
export interface MessageRow {
  readonly label: string;
  readonly lines: readonly string[];
  /** Less important, below the others: the zone, the same time on another clock. */
  readonly notes?: readonly string[];
  /** What the eye is to find first. */
  readonly isChief?: boolean;
  /** It holds no longer. */
  readonly isFormer?: boolean;
  /** Where it leads: our own pages only. */
  readonly url?: string;
}

export interface MessageLink {
  readonly label: string;
  readonly url: string;
  /** The mail waits for it to be followed; else it is there in case. */
  readonly isAsked?: boolean;
}

/** Whether it is good news, waits for somebody, has come to an end, or is only good to know. */
export type Tone = 'good' | 'waiting' | 'gone' | 'note';

/** What is told, before a mail has given it a shape. Text from people is plain text here. */
export interface Message {
  readonly subject: string;
  /** What lists of mail show after the subject: what it does not say yet. */
  readonly preview: string;
  /** What became of it, in a word or few; null where the heading says all. */
  readonly state: { readonly label: string; readonly tone: Tone } | null;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly rows: readonly MessageRow[];
  /** Leads to our own pages only. */
  readonly link: MessageLink | null;
  /** Ends messages of this kind. */
  readonly optOut?: { readonly label: string; readonly url: string };
  /** Why this reader gets it. */
  readonly footing: string;
}
