/** One fact with its name: a line, or several below one another. */
export interface MessageRow {
  readonly label: string;
  readonly lines: readonly string[];
  /** Less important, below the others: the same time on another clock. */
  readonly note?: string;
  /** It holds no longer. */
  readonly isFormer?: boolean;
  /** Where it leads: our own pages only. */
  readonly url?: string;
}

/** What is told, before a mail has given it a shape. Text from people is plain text here. */
export interface Message {
  readonly subject: string;
  /** What lists of mail show after the subject: what it does not say yet. */
  readonly preview: string;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly rows: readonly MessageRow[];
  /** Leads to our own pages only. */
  readonly link: { readonly label: string; readonly url: string } | null;
  /** Ends messages of this kind. */
  readonly optOut?: { readonly label: string; readonly url: string };
  /** Why this reader gets it. */
  readonly footing: string;
}
