import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BallotFileReader } from './ballot-file.ts';
import {
  createAbifReader,
  createBltReader,
  createCsvReader,
  createCvrReader,
  createPrefLibReader,
} from './index.ts';
import { splitAtRandom } from './testing/split-at-random.ts';

const scale = { min: 0, max: 5, grades: null };
const readers: (() => BallotFileReader)[] = [
  createAbifReader,
  createBltReader,
  createPrefLibReader,
  () => createCvrReader(),
  () => createCsvReader({ layout: 'choices', undeclaredCell: 'x' }),
  () => createCsvReader({ layout: 'ranks' }),
  () => createCsvReader({ layout: 'scores', scale }),
  () => createCsvReader({ layout: 'marks', weightColumn: 'w' }),
];

const words = [
  ...'0123456789 \n\r\t",:;>=#-{}[]()/*.xwA\u0000\uFEFFé',
  '2 1\n',
  '1 1 2 0\n',
  '0\n',
  '"A"\n',
  '# NUMBER ALTERNATIVES: 2\n',
  '# DATA TYPE: toi\n',
  '1: 1,2\n',
  '3: A>B\n',
  '=A:[x]\n',
  '{"CVR":[',
  '"Election":[',
  '{"CVRSnapshot":[{"CVRContest":[',
  '{"ContestId":"c"}',
  ']}',
  'w,a\n',
  '1e9',
  'null',
];

test('F01 F02 whatever a file holds, it is read or its problems are told, whole or in pieces', () => {
  const text = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.constantFrom(...readers),
      text,
      fc.infiniteStream(fc.nat({ max: 5 })),
      (create, content, sizes) => {
        const whole = create();
        whole.push(content);
        const read = whole.end();
        if (!read.ok) expect(read.error.length).toBeGreaterThan(0);
        const reader = create();
        for (const piece of splitAtRandom(content, sizes)) reader.push(piece);
        expect(reader.end()).toEqual(read);
      },
    ),
    { numRuns: 3000 },
  );
});
