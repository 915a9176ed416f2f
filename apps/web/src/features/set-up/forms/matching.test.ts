import { expect, test } from 'vitest';
import { matching } from './matching.ts';

const parties = [
  { code: 'NDC', name: 'National Democratic Congress' },
  { code: 'PUEBLO', name: 'Acción Pública' },
  { code: 'I', name: 'İzmir Listesi' },
];
const found = (q: string) => matching(parties, q, ({ code, name }) => [code, name]).map(({ code }) => code);

test.each([
  ['', ['NDC', 'PUEBLO', 'I']],
  ['  ', ['NDC', 'PUEBLO', 'I']],
  ['ndc', ['NDC']],
  ['accion PUB', ['PUEBLO']],
  ['congress national', ['NDC']],
  ['izmir', ['I']],
  ['.*', []],
])('“%s” finds %j', (q, codes) => {
  expect(found(q)).toEqual(codes);
});
