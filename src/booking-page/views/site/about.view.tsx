import type { ComponentChildren, JSX } from 'preact';
import { say } from '../../../language/say.js';
import type { LocationWords } from '../../../calendars/locations/location-words.js';
import { durationWords } from '../duration-words.js';
import { Icon, type IconName } from '../icon.view.js';
import { LinkedText } from '../linked-text.view.js';
import { Outward } from '../outward.view.js';
import { initialsOf } from '../name-words.js';

/** What an attendee may know of a booking calendar. */
export interface Meeting {
  readonly hostName: string;
  readonly title: string;
  readonly durationMinutes: number;
  readonly description?: string | undefined;
  /** Where it takes place, in words; nothing is shown without it. */
  readonly location?: LocationWords | undefined;
  /** Whether a booking stands at once or waits for the host. */
  readonly confirmation: 'automatic' | 'host';
}

interface FactProps {
  readonly icon: IconName;
  readonly children: ComponentChildren;
}

export function Fact({ icon, children }: FactProps): JSX.Element {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}

export function Face({ name }: { readonly name: string }): JSX.Element {
  return (
    <div class="face" aria-hidden="true">
      {initialsOf(name)}
    </div>
  );
}

/** A place, which leads there when it is a link. Nothing there learns which page it was left from. */
export function Place({
  location: { text, url },
}: {
  readonly location: LocationWords;
}): JSX.Element {
  if (url === null) return <>{text}</>;
  return (
    <Outward href={url} rel="noopener noreferrer nofollow">
      {text}
    </Outward>
  );
}

interface AboutProps {
  readonly meeting: Meeting;
  /** In place of the length: the choice among several. */
  readonly lengths?: JSX.Element | undefined;
  /** More facts, such as the time that was chosen, shown first. */
  readonly children?: ComponentChildren;
}

/** The column that says what is booked, and with whom. */
export function About({ meeting, lengths, children }: AboutProps): JSX.Element {
  const { hostName, title, durationMinutes, description, location, confirmation } = meeting;
  return (
    <section class="about" aria-label={say('page:aboutMeeting')}>
      <div class="stays">
        <Face name={hostName} />
        <p class="who">{hostName}</p>
        <h1>{title}</h1>
        <ul class="facts">
          {children}
          <Fact icon="clock">{lengths ?? durationWords(durationMinutes)}</Fact>
          {location && (
            <Fact icon="place">
              <Place location={location} />
            </Fact>
          )}
          <Fact icon="check">
            {confirmation === 'automatic'
              ? say('page:confirmedAtOnce')
              : say('page:confirmedByHost', { host: hostName })}
          </Fact>
        </ul>
        {description && (
          <p class="description">
            <LinkedText text={description} />
          </p>
        )}
      </div>
    </section>
  );
}
