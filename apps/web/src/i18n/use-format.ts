import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatChange,
  formatCount,
  formatDay,
  formatExact,
  formatMargin,
  formatPoints,
  formatReported,
  formatShare,
  formatTime,
} from './format.ts';

export interface Format {
  readonly count: (value: number) => string;
  readonly exact: (figure: string) => string;
  readonly share: (value: number) => string;
  readonly reported: (value: number, digits?: 0 | 1) => string;
  readonly points: (value: number) => string;
  readonly margin: (value: number) => string;
  readonly change: (value: number) => string;
  readonly time: (iso: string) => string;
  readonly day: (day: string) => string;
}

/** The formatters in the reader's language. */
export const useFormat = (): Format => {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(
    () => ({
      count: (value) => formatCount(value, language),
      exact: (figure) => formatExact(figure, language),
      share: (value) => formatShare(value, language),
      reported: (value, digits) => formatReported(value, language, digits),
      points: (value) => formatPoints(value, language),
      margin: (value) => formatMargin(value, language),
      change: (value) => formatChange(value, language),
      time: (iso) => formatTime(iso, language, new Date()),
      day: (day) => formatDay(day, language),
    }),
    [language],
  );
};
