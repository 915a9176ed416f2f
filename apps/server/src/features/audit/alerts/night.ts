import type { Hours } from '../../../platform/config/setting-kinds.ts';

/** The night that a moment lies in, by the date it began on, and the time of day there; null by day. */
export const nightOf = (
  at: Date,
  { nightHours, timeZone }: { nightHours: Hours | null; timeZone: string },
): { readonly date: string; readonly time: string } | null => {
  if (nightHours === null) return null;
  const { from, to } = nightHours;
  const { hour, time } = clockIn(at, timeZone);
  const overMidnight = from > to;
  const isNight = overMidnight ? hour >= from || hour < to : hour >= from && hour < to;
  if (!isNight) return null;
  const began = overMidnight && hour < to ? new Date(at.getTime() - 86_400_000) : at;
  return { date: clockIn(began, timeZone).date, time };
};

const clockIn = (at: Date, timeZone: string) => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')),
    time: `${part('hour')}:${part('minute')}`,
  };
};
