import type { VNode } from 'preact';

/** What an address answers: a page, or the way to another one. */
export type PageAnswer = ShownPage | Redirect;

export interface ShownPage {
  readonly kind: 'page';
  readonly status: number;
  readonly view: VNode;
  /**
   * `shared`: the same for everybody. `own`: made for one visit, and shown again unchanged to
   * somebody who goes back. In both cases a page is asked for again before it is shown as new.
   * Without, no cache keeps what the rules for all answers keep out of it.
   */
  readonly cached?: 'shared' | 'own';
  /** A text in it that is this visit's alone: but for it the page is the same for everybody. */
  readonly ownPart?: string | undefined;
  /** An origin to which the page's form leads once it has been acted on. */
  readonly formTarget?: string | undefined;
  /** Sources of the sites that may show the page in a frame; nobody may without. */
  readonly framedBy?: readonly string[];
}

export interface Redirect {
  readonly kind: 'redirect';
  /** 303: after a form was acted on, so that a reload sends nothing again. 308: for ever. */
  readonly status: 302 | 303 | 308;
  readonly location: string;
}

export const shown = (view: VNode, status = 200): ShownPage => ({ kind: 'page', status, view });

export const redirect = (status: Redirect['status'], location: string): Redirect => ({
  kind: 'redirect',
  ...{ status, location },
});
