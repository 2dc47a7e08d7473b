import type { Env } from '../../config/env.js';
import { type CalendarConfiguration, linkPath } from '../calendar-configuration.js';

/** The booking link as it is shared. It always begins with the configured address, whatever a request says. */
export function linkUrl(env: Pick<Env, 'publicUrl'>, configuration: CalendarConfiguration): string {
  return `${env.publicUrl}${linkPath(configuration)}`;
}
