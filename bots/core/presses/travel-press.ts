import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { zoneAt } from '../../../src/calendars/settings/zone-at.js';
import { isLocalDate } from '../../../src/calendars/words/local-date.js';
import { canonicalTimeZone } from '../../../src/calendars/words/time-zone-names.js';
import { describeTrip } from '../../../src/calendars/words/trip.parser.js';
import type { Trip } from '../../../src/calendars/words/trips.js';
import { zoneName } from '../../../src/language/time-words.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { localDateOf } from '../../../src/slots/wall-clock.js';
import { CurrentCalendar } from '../commands/current-calendar.js';
import { SettingChanger } from '../commands/settings/setting-changer.js';
import { type Message, sentences } from '../message.js';
import type { Press } from './presses.js';

/** A calendar's id, a zone and the last day there; the zone is one of the list. */
const tripSchema = z.tuple([
  z.string(),
  z.string().refine((zone) => canonicalTimeZone(zone) === zone),
  z.string().refine(isLocalDate),
]);

/** The answers of a host who was asked whether they travel; each changes the setting `travel`, or nothing. */
@Injectable()
export class TravelPress {
  constructor(
    private readonly current: CurrentCalendar,
    private readonly changer: SettingChanger,
    private readonly clock: Clock,
  ) {}

  async run({ caller, button }: Press): Promise<Message> {
    const [calendarId = ''] = button.subject.split(' ');
    const calendar = await this.current.of(caller, calendarId);
    if (!calendar.ok) return calendar.problem;
    if (button.verb === 'keep-zone') return this.keep(calendar.value);
    const now = this.clock.now();
    const text = button.verb === 'home-zone' ? stayed(calendar.value, now) : awayText(button, now);
    if (text === null) return sentences(say('commands:confirm.closed'));
    const wish = { texts: { travel: text }, saidAt: now, isConfirmed: true };
    const changed = await this.changer.run(calendar.value, wish);
    return changed.ok ? changed.value : sentences(changed.problem.sentence);
  }

  private keep({ settings }: CalendarConfiguration): Message {
    const present = zoneName(zoneAt(settings, this.clock.now()));
    return sentences(say('travel:kept', { title: settings.title, present }));
  }
}

/** From today on; null when that is over, or none of ours. */
function awayText({ subject }: Press['button'], now: number): string | null {
  const read = tripSchema.safeParse(subject.split(' '));
  if (!read.success) return null;
  const [, timeZone, to] = read.data;
  const from = localDateOf(timeZone, now);
  return from <= to ? describeTrip({ from, to, timeZone }) : null;
}

/** The trips that are still to come, as all there are: what is over today is left out. */
function stayed({ settings }: CalendarConfiguration, now: number): string {
  const isAhead = ({ from, timeZone }: Trip): boolean => from > localDateOf(timeZone, now);
  const ahead = settings.travel.filter(isAhead).map(describeTrip);
  if (ahead.length === 0) return 'off';
  // A single one would be added to the others.
  return [...ahead, ahead.at(-1)].join('; ');
}
