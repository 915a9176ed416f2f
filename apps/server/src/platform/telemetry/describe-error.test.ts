import { expect, test } from 'vitest';
import { describeError } from './describe-error.ts';

test('an error says what happened, and nothing of the row', () => {
  const error = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(a@b.c)' });
  expect(describeError(error)).toEqual({
    ...{ name: 'Error', message: 'duplicate key', code: '23505' },
    stack: expect.stringContaining('describe-error.test'),
  });
  expect(describeError('no error')).toBe('no error');
});
