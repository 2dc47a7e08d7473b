import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import { Face } from './about.view.js';
import { durationWords } from '../duration-words.js';
import { Icon } from '../icon.view.js';
import { Layout, type Shell } from '../layout.view.js';

export interface HostLink {
  readonly href: string;
  readonly title: string;
  /** The lengths that are offered. */
  readonly durationsMinutes: readonly number[];
  readonly description?: string | undefined;
}

export interface HostLinksPage {
  readonly shell: Shell;
  readonly hostName: string;
  /** The host's bookable calendars. */
  readonly links: readonly HostLink[];
}

function LinkCard({ href, title, durationsMinutes, description }: HostLink): JSX.Element {
  return (
    <li>
      <a href={href}>
        <span>
          <strong>{title}</strong>
          <span class="soft">{durationsMinutes.map(durationWords).join(' · ')}</span>
          {description && <span class="soft clip">{description}</span>}
        </span>
        <Icon name="onward" />
      </a>
    </li>
  );
}

/** Everything that can be booked with one host. */
export function HostLinksView({ shell, hostName, links }: HostLinksPage): JSX.Element {
  const title = say('page:bookWith', { host: hostName });
  return (
    <Layout shell={shell} head={{ title, shared: { description: title } }}>
      <main class="one">
        <section>
          <Face name={hostName} />
          <p class="who">{hostName}</p>
          <h1>{say('page:whatToBook')}</h1>
          {links.length === 0 ? (
            <p>{say('page:noLinks', { host: hostName })}</p>
          ) : (
            <ul class="links">
              {links.map((link) => (
                <LinkCard {...link} />
              ))}
            </ul>
          )}
        </section>
      </main>
    </Layout>
  );
}
