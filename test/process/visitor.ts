import { type HTMLElement, parse } from 'node-html-parser';

/** Somebody with a browser that knows no JavaScript: opens links, fills in forms, follows redirects. */
export class Visitor {
  private page: HTMLElement = parse('');
  /** The page as it came. */
  html = '';
  /** Path and query of the page that is open. */
  url = '/';
  status = 0;

  constructor(private readonly origin: string) {}

  get path(): string {
    return new URL(this.url, this.origin).pathname;
  }

  get text(): string {
    return this.page.textContent.replace(/\s+/g, ' ');
  }

  async open(url: string): Promise<void> {
    await this.take(await fetch(new URL(url, this.origin)));
  }

  /** Follows the first link that fits, or the last. */
  async follow(selector: string, which: 'first' | 'last' = 'first'): Promise<void> {
    const link = this.page.querySelectorAll(selector).at(which === 'first' ? 0 : -1);
    const href = link?.getAttribute('href');
    if (!href) throw new Error(`No link ${selector} on ${this.url}:\n${this.html}`);
    await this.open(new URL(decoded(href), new URL(this.url, this.origin)).href);
  }

  /** Sends the page's POST form with what it holds and what is filled in. */
  async submit(typed: Readonly<Record<string, string>>): Promise<void> {
    const form = this.page.querySelector('form[method="post"]');
    if (!form) throw new Error(`No form to send on ${this.url}:\n${this.html}`);
    const held = form
      .querySelectorAll('input[type="hidden"]')
      .map((input): [string, string] => [
        input.getAttribute('name') ?? '',
        decoded(input.getAttribute('value') ?? ''),
      ]);
    const body = new URLSearchParams({ ...Object.fromEntries(held), ...typed });
    const action = decoded(form.getAttribute('action') ?? this.url);
    await this.take(await fetch(new URL(action, this.origin), { method: 'POST', body }));
  }

  private async take(response: Response): Promise<void> {
    const { pathname, search } = new URL(response.url);
    this.url = pathname + search;
    this.status = response.status;
    this.html = await response.text();
    this.page = parse(this.html);
  }
}

const decoded = (text: string): string => text.replaceAll('&amp;', '&');
