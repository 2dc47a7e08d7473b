import { type HTMLElement, parse } from 'node-html-parser';
import { address } from '../../../src/booking-page/views/address.js';

/** Where the product is: an app in this process, or a process of its own. */
export interface Site {
  /** `http://127.0.0.1:port`. */
  readonly url: string;
}

/** A page as a browser without JavaScript has it before it. */
export interface Page {
  /** Path and query. */
  readonly address: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly document: HTMLElement;
}

export interface Visit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a form. */
  readonly fields?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
}

/** One request, without following where it leads. */
export async function visit(site: Site, address: string, asked: Visit = {}): Promise<Page> {
  const { fields, method = fields ? 'POST' : 'GET', headers = {} } = asked;
  const response = await fetch(`${site.url}${address}`, {
    ...{ method, headers, redirect: 'manual' },
    ...(fields ? { body: new URLSearchParams(fields as Record<string, string>) } : {}),
  });
  const html = await response.text();
  const { status, headers: answered } = response;
  return { address, status, headers: answered, html, document: parse(html) };
}

/** The same, and on to where it leads. */
export async function arrive(site: Site, address: string, asked: Visit = {}): Promise<Page> {
  let page = await visit(site, address, asked);
  for (let turns = 0; turns < 5 && page.status >= 300 && page.status < 400; turns += 1) {
    page = await visit(site, page.headers.get('location')!);
  }
  return page;
}

const nameOf = (element: HTMLElement): string =>
  (element.getAttribute('aria-label') ?? element.text).replace(/\s+/g, ' ').trim();

/** The names of all links of the page and of its times, as a screen reader has them. */
export const links = (page: Page): readonly string[] =>
  page.document.querySelectorAll('a, .times button').map(nameOf);

/** The button of a time; without the hold that its press takes, it leads to the same form by a link. */
const timeNamed = ({ document }: Page, name: string | RegExp): HTMLElement | undefined =>
  document
    .querySelectorAll('.times button')
    .find((button) =>
      typeof name === 'string' ? nameOf(button) === name : name.test(nameOf(button)),
    );

/** Where the link of this name leads; names are what a screen reader says. */
export function hrefOf(page: Page, name: string | RegExp): string {
  const time = timeNamed(page, name);
  if (time) {
    const { action, fields } = formOf(page);
    const kept = Object.entries(fields).filter(([field]) => field !== 'pageHold');
    return address(action, { start: time.getAttribute('value')!, ...Object.fromEntries(kept) });
  }
  const found = page.document
    .querySelectorAll('a')
    .find((link) => (typeof name === 'string' ? nameOf(link) === name : name.test(nameOf(link))));
  if (!found) throw new Error(`No link ${String(name)} among: ${links(page).join(' | ')}`);
  return found.getAttribute('href')!.replace(/#.*$/, '');
}

/** Follows the link of this name, or presses the time of it, and goes on to where it leads. */
export function follow(site: Site, page: Page, name: string | RegExp): Promise<Page> {
  const time = timeNamed(page, name);
  if (!time) return arrive(site, hrefOf(page, name));
  const { action, fields } = formOf(page);
  return arrive(site, action, { fields: { ...fields, start: time.getAttribute('value')! } });
}

export interface Form {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The form that is sent by POST, with what stands in it. */
export function formOf(page: Page): Form {
  const form = page.document.querySelector('form[method=post]');
  if (!form) throw new Error(`No form on ${page.address}: ${textOf(page)}`);
  const inputs = form
    .querySelectorAll('input:not([type=radio]), textarea, select')
    .filter((field) => field.getAttribute('type') !== 'checkbox' || field.hasAttribute('checked'))
    .map((field) => [field.getAttribute('name')!, valueOf(field)] as const);
  return { action: form.getAttribute('action')!, fields: Object.fromEntries(inputs) };
}

function valueOf(field: HTMLElement): string {
  if (field.tagName === 'TEXTAREA') return field.text;
  if (field.tagName !== 'SELECT') return field.getAttribute('value') ?? '';
  const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
  return chosen?.getAttribute('value') ?? chosen?.text ?? '';
}

/** Fills in the form of the page and sends it, without following where it leads. */
export function send(
  site: Site,
  page: Page,
  filled: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const { action, fields } = formOf(page);
  return visit(site, action, { fields: { ...fields, ...filled } });
}

/** What there is to read in the main part of the page. */
export const textOf = ({ document, html }: Page): string =>
  (document.querySelector('main')?.structuredText ?? html).replace(/\s+/g, ' ').trim();

export const headingOf = ({ document }: Page): string =>
  document.querySelector('h1')?.text.trim() ?? '';
