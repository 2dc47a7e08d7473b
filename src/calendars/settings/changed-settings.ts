import type { CalendarSettings } from './calendar-settings.js';

/** Some settings as they were and as a patch makes them. */
export interface ChangedSettings {
  readonly before: Partial<CalendarSettings>;
  readonly after: Partial<CalendarSettings>;
}

/** Only what the patch names, on both sides. */
export function changedSettings(
  settings: CalendarSettings,
  patch: Partial<CalendarSettings>,
): ChangedSettings {
  return { before: pickedAs(settings, patch), after: patch };
}

/** Whether the settings still are what a change made of them. */
export function stillStands(settings: CalendarSettings, after: Partial<CalendarSettings>): boolean {
  return written(pickedAs(settings, after)) === written(after);
}

function pickedAs(
  settings: CalendarSettings,
  named: Partial<CalendarSettings>,
): Partial<CalendarSettings> {
  const names = new Set(Object.keys(named));
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.has(name)));
}

/** In one order of keys, whatever order the database keeps them in. */
export function written(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  );
}
