/** A date on somebody's wall calendar, `YYYY-MM-DD`, years 0001–9999. */
export type LocalDate = string;
/** A time on somebody's wall clock, `HH:mm`; as the end of a window also `24:00`. */
export type LocalTime = string;
/** ISO: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

// Inside the engine a date is a day number: whole days since 1970-01-01, which was a Thursday.
const DAY_ZERO_SINCE_MONDAY = 3;
const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Day number of a date. The arithmetic is days_from_civil of Howard Hinnant's chrono-compatible date algorithms. */
export function dayNumber(date: LocalDate): number {
  return dayNumberOf(Number(date.slice(0, -6)), Number(date.slice(-5, -3)), Number(date.slice(-2)));
}

export function dayNumberOf(year: number, month: number, dayOfMonth: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number (civil_from_days, same source). */
export function dateOfDay(day: number): LocalDate {
  const { year, month, dayOfMonth } = partsOfDay(day);
  const padded = (value: number, width: number) => String(value).padStart(width, '0');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** Days since the Monday of its week, 0–6. */
export function daysSinceMonday(day: number): number {
  return (((day + DAY_ZERO_SINCE_MONDAY) % 7) + 7) % 7;
}

/** Days since the first of its month, 0–30. */
export function daysSinceFirst(day: number): number {
  return partsOfDay(day).dayOfMonth - 1;
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(date: LocalDate): Weekday {
  return WEEK[daysSinceMonday(dayNumber(date))] ?? 1;
}

/** The date so many days later (earlier when negative): calendar arithmetic, whatever clocks do. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Minutes since midnight; `24:00` is 1440. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function partsOfDay(day: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}
