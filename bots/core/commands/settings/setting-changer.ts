import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import {
  ChangeSettings,
  type SettingsChange,
} from '../../../../src/calendars/change-settings.service.js';
import { settingEntries } from '../../../../src/calendars/settings/setting-change.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { AffectedBookingsQuestion } from '../../affected-bookings-question.js';
import { undoButton } from '../../cards/undo-button.js';
import type { Line, Message } from '../../message.js';
import type { CommandCall } from '../command.js';
import { NextTimesNews } from '../next-times-news.js';
import { readSettings, type SettingsReading, type SettingTexts } from './setting-texts.js';

/** Why nothing is changed; or a question, after whose yes it is. */
export interface Undecided {
  readonly sentence: string;
  readonly isQuestion?: boolean;
}

interface Wish extends Pick<CommandCall, 'saidAt' | 'isConfirmed'> {
  readonly texts: SettingTexts;
}

/** Changes settings of a calendar together, and tells what follows; one Undo takes them all back. */
@Injectable()
export class SettingChanger {
  constructor(
    private readonly change: ChangeSettings,
    private readonly nextTimes: NextTimesNews,
    private readonly affected: AffectedBookingsQuestion,
  ) {}

  async run({ id, host }: CalendarConfiguration, wish: Wish): Promise<Outcome<Message, Undecided>> {
    const own = { hostId: host.id, id };
    const changed = await this.change.run(own, (present) => decide(present, wish));
    return changed.ok ? done(await this.tell(changed.value)) : changed;
  }

  private async tell(
    changed: SettingsChange & { readonly decided: SettingsReading },
  ): Promise<Message> {
    const { id, before, after, decided } = changed;
    const timesBefore = await this.nextTimes.of(before);
    const answer: Message = {
      lines: [
        ...decided.differences.map(({ name, ...values }): Line => {
          const label = say(`calendar:names.${name}`);
          return [say('calendar:changed', { name: label, ...values })];
        }),
        ...decided.notes.map((note): Line => [note]),
        ...(await this.nextTimes.lines(timesBefore, after)),
      ],
      buttons: [undoButton(id)],
    };
    return this.affected.add(answer, { calendar: after, changes: [changed] });
  }
}

/** What the words make of the calendar as it is when they are heeded. */
function decide(
  present: CalendarConfiguration | null,
  { texts, saidAt, isConfirmed }: Wish,
): Outcome<SettingsReading, Undecided> {
  if (!present) return refused({ sentence: say('commands:calendarGone') });
  const read = readSettings(present.settings, texts, saidAt);
  if (!read.ok) return read;
  const { confirm, differences } = read.value;
  if (confirm !== undefined && !isConfirmed) {
    return refused({ sentence: confirm, isQuestion: true });
  }
  if (differences.length > 0) return read;
  return refused({ sentence: unchanged(present, texts) });
}

function unchanged({ settings }: CalendarConfiguration, texts: SettingTexts): string {
  const [entry, another] = Object.values(settingEntries).filter(
    ({ name }) => texts[name] !== undefined,
  );
  if (!entry || another) return say('calendar:nothingChanged');
  const name = say(`calendar:names.${entry.name}`);
  return say('calendar:unchanged', { name, value: entry.describeIn(settings) });
}
