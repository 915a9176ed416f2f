import { expect, it } from 'vitest';
import { errorsByField } from './errors-by-field.ts';

it('puts each error beside its field and the others on top', () => {
  const errors = [
    { path: '/votes/npp', code: 'S05', message: 'negative' },
    { path: '/votes/npp', code: 'S06', message: 'fraction' },
    { path: 'cast', code: 'S08', message: 'sum' },
    { path: '/votes/xyz', code: 'S01', message: 'unknown' },
  ];
  expect(errorsByField(errors, ['votes.npp', 'cast'])).toEqual(
    new Map([
      ['votes.npp', ['negative', 'fraction']],
      ['cast', ['sum']],
      ['', ['unknown']],
    ]),
  );
});
