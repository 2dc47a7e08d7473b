import { Injectable } from '@nestjs/common';
import { Assets } from './assets.js';
import type { Query } from './views/address.js';
import type { Shell } from './views/layout.view.js';

/** What stands round the body of every page. */
@Injectable()
export class PageShell {
  constructor(private readonly assets: Assets) {}

  /** Light or dark as the link asks for, else as the reader's device decides. */
  of({ theme }: Query = {}): Shell {
    return {
      lang: 'en',
      dir: 'ltr',
      stylesheet: this.assets.href('page.css'),
      script: this.assets.href('page.js'),
      theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    };
  }
}
