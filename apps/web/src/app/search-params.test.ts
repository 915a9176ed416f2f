import { expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './search-params.ts';

it('keeps codes that look like numbers as they are', () => {
  expect(parseSearch('?area=04&race=pres')).toEqual({ area: '04', race: 'pres' });
  expect(stringifySearch({ area: '04', race: 'pres', view: undefined, sort: '' })).toBe('?area=04&race=pres');
  expect(stringifySearch({})).toBe('');
});

it('survives a round trip with spaces and other scripts', () => {
  const search = { q: 'Bono East & Ahafo', area: 'тест' };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});
