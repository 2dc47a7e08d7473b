const MINUTE = 60_000;

/** What the clock and the calendar on the wall show. */
export interface WallReading {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly minuteOfDay: number;
}

/**
 * The clocks of the world filmed minute by minute over some days. It reads the offset that Intl names
 * ("GMT+05:45") for each single minute and has no notion of a transition.
 */
export class ClockTape {
  readonly minutes: readonly number[];
  private readonly readings = new Map<string, readonly WallReading[]>();

  /** `first` is a whole minute in epoch milliseconds. */
  constructor(
    private readonly first: number,
    length: number,
  ) {
    this.minutes = Array.from({ length }, (_, index) => first + index * MINUTE);
  }

  indexOf(instant: number): number {
    return (instant - this.first) / MINUTE;
  }

  read(zone: string, instant: number): WallReading {
    let film = this.readings.get(zone);
    if (film === undefined) {
      film = this.filmed(zone);
      this.readings.set(zone, film);
    }
    const reading = film[this.indexOf(instant)];
    if (reading === undefined) throw new Error(`${new Date(instant).toISOString()} is not on tape`);
    return reading;
  }

  private filmed(zone: string): readonly WallReading[] {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    return this.minutes.map((minute) => {
      const [, sign = '+', hours = '0', rest = '0'] =
        /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(format.format(minute)) ?? [];
      const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest)) * MINUTE;
      const shown = new Date(minute + offset);
      return {
        date: shown.toISOString().slice(0, 10),
        minuteOfDay: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
      };
    });
  }
}
