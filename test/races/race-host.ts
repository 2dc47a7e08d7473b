import type { Desk } from '../process/desk.js';

/** Somebody with booking calendars. */
export interface RaceHost {
  /** Their name in links, and in the terminal. */
  readonly handle: string;
  /** The paths of their calendars in the API. */
  readonly paths: readonly [string, ...string[]];
}

/** Open round the clock, so that no calendar's hours decide a race unless it says so. */
const ALWAYS = {
  '--hours': '"mon-sun 00:00-24:00"',
  '--timezone': 'UTC',
  '--notice': '0',
  '--alerts': '#bookings',
};

/** Sets up one calendar for each of these flags, by commands, as somebody new. */
export async function setUpHost(
  desk: Desk,
  name: string,
  calendars: readonly string[],
): Promise<RaceHost> {
  const paths: string[] = [];
  for (const flags of calendars) {
    const command = paths.length === 0 ? 'setup' : 'calendar new';
    const title = `Talk ${paths.length + 1}`;
    const line = `/schedule ${command} --title "${title}" ${withDefaults(flags)}`;
    const answer = await desk.say(name, line);
    const link = /^\s*(https?:\/\/\S+)$/m.exec(answer)?.[1];
    if (!link) throw new Error(`No link for ${name}:\n${answer}`);
    paths.push(`/api/v1/calendars${new URL(link).pathname}`);
  }
  const [first, ...others] = paths;
  if (!first) throw new Error('A host without calendars takes part in no race.');
  return { handle: name, paths: [first, ...others] };
}

function withDefaults(flags: string): string {
  const left = Object.entries(ALWAYS).filter(([name]) => !flags.includes(name));
  return [flags, ...left.flat()].join(' ');
}
