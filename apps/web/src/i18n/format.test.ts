import { describe, expect, it } from 'vitest';
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

describe('format', () => {
  it('writes counts and shares with fixed decimals', () => {
    expect(formatCount(24_952_653, 'en')).toBe('24,952,653');
    expect(formatShare(0.514, 'en')).toBe('51.4%');
    expect(formatShare(0.5, 'en')).toBe('50.0%');
    expect(formatShare(0.0005, 'en')).toBe('0.1%');
  });

  it('writes exact figures with every digit that they have', () => {
    expect(formatExact('1234.50000', 'en')).toBe('1,234.50000');
    expect(formatExact('9007199254740993.123456789', 'en')).toBe('9,007,199,254,740,993.123456789');
    expect(formatExact('-0.25', 'fr')).toBe('-0,25');
    expect(formatExact('2/3', 'ka')).toBe('2/3');
  });

  it('never calls a count complete before it is', () => {
    expect(formatReported(0.99996, 'en')).toBe('99.9%');
    expect(formatReported(0.999, 'en', 0)).toBe('99%');
    expect(formatReported(1, 'en')).toBe('100.0%');
    expect(formatReported(0.29, 'en', 0)).toBe('29%');
  });

  it('signs changes, and marks nothing as plus-minus', () => {
    expect(formatPoints(0.0125, 'en')).toBe('+1.3');
    expect(formatPoints(-0.041, 'en')).toBe('-4.1');
    expect(formatPoints(0.0001, 'en')).toBe('±0.0');
    expect(formatChange(3, 'en')).toBe('+3');
    expect(formatChange(0, 'en')).toBe('±0');
  });

  it('writes the day beside the hour only when it is another day', () => {
    const now = new Date(2024, 11, 7, 22, 0);
    expect(formatTime(new Date(2024, 11, 7, 21, 4).toISOString(), 'en', now)).toBe('21:04');
    expect(formatTime(new Date(2024, 11, 6, 9, 30).toISOString(), 'en', now)).toContain('Dec 6');
    expect(formatDay('2024-12-07', 'en')).toBe('December 7, 2024');
  });

  it('writes every language in Latin digits, with the marks and words of its own', () => {
    expect(formatCount(24_952_653, 'fr')).toMatch(/^24\s952\s653$/);
    expect(formatCount(24_952_653, 'ar')).toBe('24,952,653');
    expect(formatCount(24_952_653, 'ka')).toMatch(/^24\s952\s653$/);
    expect(formatShare(0.514, 'ka')).toBe('51,4%');
    expect(formatDay('2024-12-07', 'ar')).toBe('7 ديسمبر 2024');
  });

  it('keeps a sign before its figure where the text runs from right to left', () => {
    expect(formatPoints(0.0125, 'ar')).toBe('\u200e+1.3');
    expect(formatPoints(0, 'ar')).toBe('\u200e±0.0');
    expect(formatChange(0, 'ar')).toBe('\u200e±0');
    expect(formatChange(-3, 'ar')).toBe('\u200e-3');
    expect(formatMargin(0.0746, 'ar')).toBe('7.5');
    expect(formatMargin(0, 'en')).toBe('0.0');
  });

  it('writes Georgian as the rules of Georgian have it, also where the browser has none', () => {
    const rules = (value: number): string => new Intl.NumberFormat('ka').format(value);
    for (const value of [0.5, 12, 1234, 12_345.5, 24_952_653]) {
      expect(formatCount(Math.round(value), 'ka')).toBe(rules(Math.round(value)));
    }
    const now = new Date(2024, 11, 7, 22, 0);
    expect(formatDay('2024-12-07', 'ka')).toBe('7 დეკემბერი, 2024');
    expect(formatDay('2024-12-07', 'ka')).toBe(
      new Intl.DateTimeFormat('ka', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date('2024-12-07')),
    );
    expect(formatTime(new Date(2024, 11, 7, 21, 4).toISOString(), 'ka', now)).toBe('21:04');
    expect(formatTime(new Date(2024, 11, 6, 9, 30).toISOString(), 'ka', now)).toBe('6 დეკ, 09:30');
    expect(formatTime(new Date(2023, 0, 6, 9, 30).toISOString(), 'ka', now)).toBe('6 იან, 2023, 09:30');
  });
});
