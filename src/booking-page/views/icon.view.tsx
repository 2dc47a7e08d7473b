import type { JSX } from 'preact';

/** Outlines drawn on a 24 × 24 grid. */
const PATHS = {
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3 2',
  place: 'M12 21s7-6 7-11a7 7 0 1 0-14 0c0 5 7 11 7 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8a7.5 7.5 0 0 1 15 0',
  day: 'M4 9.5h16M8 3v4m8-4v4M6 5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z',
  zone: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-9 9h18M12 3c5 5 5 13 0 18-5-5-5-13 0-18Z',
  note: 'M5 6h14M5 12h14M5 18h8',
  back: 'm15 5-7 7 7 7',
  onward: 'm9 5 7 7-7 7',
  moved: 'M4 12h15m-6-6 6 6-6 6',
  cross: 'm6 6 12 12M18 6 6 18',
  pause: 'M8.5 5v14m7-14v14',
  alert: 'M12 7v6m0 3.8v.2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
} as const;

export type IconName = keyof typeof PATHS;

/** Icons that point along the line turn with the direction of reading. */
const TURNING: ReadonlySet<IconName> = new Set(['back', 'onward', 'moved', 'note']);

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class={TURNING.has(name) ? 'turns' : undefined}>
      <path d={PATHS[name]} />
    </svg>
  );
}
