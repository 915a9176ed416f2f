import { georgianDay, georgianTime } from './georgian-date.ts';
import { localeOf } from './locale-of.ts';
import { roundHalfUp } from './round-half-up.ts';

const formatters = new Map<string, Intl.NumberFormat>();

const numberFormat = (language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(localeOf(language), options);
  formatters.set(key, made);
  return made;
};

/** In a text from right to left the sign would else stand behind the figure. */
const plusMinus = (zero: string, language: string): string =>
  language === 'ar' ? `\u200e±${zero}` : `±${zero}`;

/** 1234567 → 1,234,567 in the reader's way of grouping. */
export const formatCount = (value: number, language: string): string =>
  numberFormat(language, { maximumFractionDigits: 0 }).format(value);

const isDecimal = (figure: string): figure is `${number}` => /^-?\d+(\.\d+)?$/.test(figure);

/** An exact figure with every digit that it has: 1234.50000 → 1,234.50000; what is no decimal, as 2/3, stays as it is. */
export const formatExact = (figure: string, language: string): string => {
  if (!isDecimal(figure)) return figure;
  const places = figure.split('.')[1]?.length ?? 0;
  return numberFormat(language, { minimumFractionDigits: places, maximumFractionDigits: places }).format(
    figure,
  );
};

/** 0.514 → 51.4%; always one decimal, so that columns stand still. */
export const formatShare = (value: number, language: string): string =>
  numberFormat(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    roundHalfUp(value, 3),
  );

/** How much is in, rounded down: 0.9996 → 99.9%, so that nothing looks complete before it is. */
export const formatReported = (value: number, language: string, digits: 0 | 1 = 1): string => {
  const steps = 10 ** (digits + 2);
  // The inner rounding takes away what binary arithmetic adds or misses: 0.29 × 100 is 28.999….
  const floored = Math.floor(roundHalfUp(value * steps, 6)) / steps;
  return numberFormat(language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(floored);
};

/** 0.012 → +1.2, in percentage points; a change of nothing is ±0.0. */
export const formatPoints = (value: number, language: string): string => {
  const points = roundHalfUp(value * 100, 1);
  const text = numberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(points);
  return points === 0 ? plusMinus(text, language) : text;
};

/** 0.075 → 7.5: how many percentage points lie between two, without a sign where it is not negative. */
export const formatMargin = (value: number, language: string): string =>
  numberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    roundHalfUp(value * 100, 1),
  );

/** 12 → +12; 0 → ±0. */
export const formatChange = (value: number, language: string): string =>
  value === 0
    ? plusMinus('0', language)
    : numberFormat(language, { signDisplay: 'exceptZero' }).format(value);

/** 21:04 today, with the day before it when it was another. */
export const formatTime = (iso: string, language: string, now: Date): string => {
  const at = new Date(iso);
  const withDay = at.toDateString() !== now.toDateString();
  const withYear = at.getFullYear() !== now.getFullYear();
  if (language === 'ka') return georgianTime(at, { withDay, withYear });
  return new Intl.DateTimeFormat(localeOf(language), {
    ...(withDay ? { day: 'numeric', month: 'short' } : {}),
    ...(withYear ? { year: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
};

/** A calendar day such as a polling date, which has no time zone. */
export const formatDay = (day: string, language: string): string => {
  const at = new Date(`${day}T00:00:00Z`);
  if (language === 'ka') return georgianDay(at);
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(at);
};
