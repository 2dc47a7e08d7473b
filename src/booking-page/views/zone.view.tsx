import type { JSX } from 'preact';
import { say } from '../../language/say.js';
import type { Query } from './address.js';
import { HiddenFields } from './form.view.js';
import { Icon } from './icon.view.js';
import type { PickerLinks } from './page-links.js';
import { timeOf, zoneName, type ClockFace } from '../../language/time-words.js';
import { ZONE_REGIONS } from './zone-choices.js';

export interface ZoneFacts {
  /** IANA name. */
  readonly name: string;
  /** Epoch milliseconds; shown as the zone's present time, so that a wrong zone is noticed. */
  readonly now: number;
  /** Nobody chose it, it is only the host's: the script may ask again in the device's own. */
  readonly guessed?: boolean | undefined;
  /** What was asked for and is no zone; the one shown takes its place, and the page says so. */
  readonly unknown?: string | undefined;
  /** The host keeps everybody in this zone. */
  readonly locked?: boolean | undefined;
}

interface ZoneProps {
  readonly zone: ZoneFacts;
  readonly face: ClockFace;
  /** The month or day on the page, kept when the zone or the clock changes. */
  readonly kept: Query;
  readonly links: PickerLinks;
}

function ZoneNow({ zone, face }: Pick<ZoneProps, 'zone' | 'face'>): JSX.Element {
  return (
    <span>
      {say('page:timesIn')} <strong>{zoneName(zone.name)}</strong>
      <span class="now"> · {say('page:timeNow', { time: timeOf(zone.now, face) })}</span>
    </span>
  );
}

/**
 * The four hundred zones, written once: they are the same on every page, and making them anew was a
 * third of a page's time. Zone names hold nothing that would need escaping.
 */
const REGIONS = ZONE_REGIONS.map(({ region, zones }) => ({
  region,
  options: zones.map(({ zone, place }) => `<option value="${zone}">${place}</option>`).join(''),
}));

/** The zone shown stands first, so that the long list below is the same on every page. */
function ZoneSelect({ chosen }: { readonly chosen: string }): JSX.Element {
  return (
    <select id="zone" name="tz">
      <option value={chosen}>{zoneName(chosen)}</option>
      <option>UTC</option>
      {REGIONS.map(({ region, options }) => (
        <optgroup label={region} dangerouslySetInnerHTML={{ __html: options }} />
      ))}
    </select>
  );
}

function ZoneChange({ zone, face, kept, links }: ZoneProps): JSX.Element {
  const { action, hidden } = links.zoneForm(kept);
  return (
    <details data-guessed-zone={zone.guessed ? zone.name : undefined}>
      <summary>
        <Icon name="zone" />
        <ZoneNow zone={zone} face={face} />
        <span class="change">{say('page:change')}</span>
      </summary>
      <form method="get" action={action}>
        <HiddenFields fields={hidden} />
        <label for="zone">{say('page:timeZone')}</label>
        <div class="row">
          <ZoneSelect chosen={zone.name} />
          <button class="quiet">{say('page:showTimes')}</button>
        </div>
      </form>
    </details>
  );
}

function HourCycle({ face, kept, links }: Omit<ZoneProps, 'zone'>): JSX.Element {
  return (
    <div class="clock" role="group" aria-label={say('page:clock')}>
      {(['24', '12'] as const).map((hours) => (
        <a
          href={links.hourCycle(hours, kept)}
          aria-current={face.hourCycle === hours ? 'true' : undefined}
        >
          {hours === '24' ? say('page:clock24') : say('page:clock12')}
        </a>
      ))}
    </div>
  );
}

/** The zone that times are shown in, its present time, and ways to change zone and clock. */
export function Zone({ zone, face, kept, links }: ZoneProps): JSX.Element {
  return (
    <div class="zone">
      {zone.unknown && <p class="problem">{say('page:zoneUnknown', { zone: zone.unknown })}</p>}
      {zone.locked ? (
        <p class="locked">
          <Icon name="zone" />
          <span>
            <ZoneNow zone={zone} face={face} />
            <span class="soft"> {say('page:zoneLocked')}</span>
          </span>
        </p>
      ) : (
        <ZoneChange zone={zone} face={face} kept={kept} links={links} />
      )}
      <HourCycle face={face} kept={kept} links={links} />
    </div>
  );
}
