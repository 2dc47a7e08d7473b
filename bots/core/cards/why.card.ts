import type {
  CalendarConfiguration,
  OverrideFacts,
} from '../../../src/calendars/calendar-configuration.js';
import { settingEntries } from '../../../src/calendars/settings/setting-change.js';
import { zoneAt } from '../../../src/calendars/settings/zone-at.js';
import { say } from '../../../src/language/say.js';
import type { RemovingStep } from '../../../src/slots/explain-slot.js';
import type { Slot } from '../../../src/slots/find-slots.js';
import { addDays, localDateOf } from '../../../src/slots/wall-clock.js';
import { type Line, type Message, time } from '../message.js';
import { dateOffWords } from './date-off.js';

export interface WhyFacts {
  readonly calendar: CalendarConfiguration;
  /** The start that was asked about, epoch milliseconds. */
  readonly at: number;
  /** Everything that removed it, in the order of the engine; nothing when it is free. */
  readonly steps: readonly RemovingStep[];
  readonly before: Slot | null;
  readonly after: Slot | null;
  readonly notes: readonly string[];
}

/** What `why` answers: every cause, what of the settings stands behind it, and what is free instead. */
export function whyCard(facts: WhyFacts): Message {
  const { calendar, at, steps, notes } = facts;
  const asked: Line = [time(at, zoneAt(calendar.settings, at))];
  const noted = notes.map((note): Line => [note]);
  if (steps.length === 0) return { lines: [asked, [say('commands:why.free')], ...noted] };
  return {
    lines: [asked, ...causeLines(facts), ...tripLines(facts), ...freeLines(facts), ...noted],
  };
}

/** What `why` answers about a whole date that is closed. */
export function closedDateCard(
  closed: OverrideFacts,
  facts: Pick<WhyFacts, 'calendar' | 'before' | 'after'>,
): Message {
  return { lines: [[dateOffWords(closed)], [say('commands:step.closed')], ...freeLines(facts)] };
}

function causeLines({ calendar, at, steps }: WhyFacts): Line[] {
  const override = overrideOf(calendar, at);
  const causes = steps.map((step) => ({
    cause: step === 'override' ? overrideCause(override) : step,
    detail: detailOf(step, calendar, override),
  }));
  const [only, ...others] = causes;
  if (only && others.length === 0) {
    return [[say(`commands:step.${only.cause}`)], ...(only.detail ? [[only.detail]] : [])];
  }
  return [
    [say('commands:why.several', { count: causes.length })],
    ...causes.map(({ cause, detail }): Line => {
      const reason = say(`commands:cause.${cause}`);
      return [`• ${reason}${detail ? ` ${detail}` : ''}`];
    }),
  ];
}

/** Hours of its own of the date, or of the night before, whose tail it would have taken. */
function overrideOf({ settings, overrides }: CalendarConfiguration, at: number) {
  const date = localDateOf(zoneAt(settings, at), at);
  const on = (day: string) => overrides.find((override) => override.date === day);
  return on(date) ?? on(addDays(date, -1));
}

function overrideCause(override: OverrideFacts | undefined): 'closed' | 'extra' | 'override' {
  if (!override) return 'override';
  return override.intervals.length === 0 ? 'closed' : 'extra';
}

/** What of the settings stands behind the step: the hours, or the limits themselves. */
function detailOf(
  step: RemovingStep,
  { settings }: CalendarConfiguration,
  override: OverrideFacts | undefined,
): string | null {
  if (step === 'override') return override ? dateOffWords(override) : null;
  if (step !== 'hours' && step !== 'limit') return null;
  const value = settingEntries[step].describeIn(settings);
  return say('calendar:setting', { name: say(`calendar:names.${step}`), value });
}

function tripLines({ calendar: { settings }, at }: WhyFacts): Line[] {
  const zone = zoneAt(settings, at);
  const home = settings.timeZone;
  return zone === home ? [] : [[say('commands:why.travel', { zone }), ' ', time(at, home)]];
}

function freeLines({
  calendar: { settings },
  before,
  after,
}: Pick<WhyFacts, 'calendar' | 'before' | 'after'>): Line[] {
  const line = (words: string, { start }: Slot): Line => [
    words,
    ' ',
    time(start, zoneAt(settings, start)),
  ];
  if (!before && !after) return [[say('commands:why.never')]];
  return [
    ...(before ? [line(say('commands:why.before'), before)] : []),
    ...(after ? [line(say('commands:why.after'), after)] : []),
  ];
}
