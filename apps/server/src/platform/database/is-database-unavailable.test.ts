import { expect, test } from 'vitest';
import { CommitOutcomeUnknownError } from './commit-outcome-unknown-error.ts';
import {
  didNotAnswerInTime,
  isDatabaseBusy,
  isDatabaseUnavailable,
  isRetryable,
} from './is-database-unavailable.ts';
import { NoAnswerInTimeError } from './no-answer-in-time-error.ts';

const withCode = (code: string, more: object = {}): Error => Object.assign(new Error('…'), { code, ...more });

test.each([
  withCode('57P01'),
  withCode('57P03'),
  withCode('08006'),
  withCode('53300'),
  withCode('ECONNREFUSED'),
  withCode('ENOENT', { syscall: 'connect' }),
  new Error('Connection terminated unexpectedly'),
  new Error('timeout exceeded when trying to connect'),
  new CommitOutcomeUnknownError(withCode('57P01')),
  new NoAnswerInTimeError(),
])('the database is away: %o', (error) => {
  expect(isDatabaseUnavailable(error)).toBe(true);
  expect(isRetryable(error)).toBe(false);
});

test.each([
  withCode('23505'),
  withCode('57014'),
  withCode('40001'),
  withCode('ENOENT', { syscall: 'open' }),
  new Error('something else'),
  null,
  'Connection terminated',
])('the database is there: %o', (error) => {
  expect(isDatabaseUnavailable(error)).toBe(false);
});

test('only deadlocks and serialization failures are worth the same attempt again', () => {
  expect([withCode('40001'), withCode('40P01'), withCode('23505')].map(isRetryable)).toEqual([
    true,
    true,
    false,
  ]);
});

test('a server that hangs is told apart from a connection that was lost, also during a commit', () => {
  const hung = new NoAnswerInTimeError();
  const lost = new Error('Connection terminated unexpectedly');
  expect([hung, new CommitOutcomeUnknownError(hung)].map(didNotAnswerInTime)).toEqual([true, true]);
  expect([lost, new CommitOutcomeUnknownError(lost)].map(didNotAnswerInTime)).toEqual([false, false]);
});

test('work that PostgreSQL gave up: deadlock, serialization, lock and statement time-outs', () => {
  expect(
    ['40001', '40P01', '55P03', '57014', '23505', '57P01'].map((c) => isDatabaseBusy(withCode(c))),
  ).toEqual([true, true, true, true, false, false]);
});
