import type { BatchLine } from '@comitium/contract';
import type { Nation, NationEvent } from '../../loading/index.ts';

const stations = 200;
const districts = 4;

const finalSheet = (i: number): BatchLine => ({
  ...{ key: `small:S${i}`, station: `S${i}`, contest: 'president' },
  ...{ votes: { a: 10 + i, b: 20 }, rejected: 1, cast: 31 + i, registered: 100 + i },
});

function* night({ minutes }: { minutes: number }): Generator<NationEvent> {
  for (let i = 0; i < stations; i += 1) {
    const atMs = Math.floor(((i + 1) / (stations + 1)) * minutes * 60_000);
    const { key: _, ...sheet } = finalSheet(i);
    const event = { atMs, key: `S${i}:1`, district: `D${i % districts}`, sheet };
    if (i % 10 === 5) yield { ...event, kind: 'held', sheet: { ...sheet, cast: 30 } };
    else if (i % 10 === 7)
      yield { ...event, kind: 'submit', sheet: { ...sheet, votes: { a: 20, b: 10 + i } } };
    else yield { ...event, kind: 'submit' };
    // At once after the first, so that the answer is not there yet.
    if (i % 10 === 5 || i % 10 === 7) yield { ...event, kind: 'correct', key: `S${i}:2`, reason: 'Misread.' };
    if (i % 10 === 3) yield { ...event, kind: 'duplicate' };
  }
}

/** Two hundred stations in four districts: some first sheets wrong, some held, some sent twice. */
export const smallNation: Nation = {
  ...{ code: 'small', name: 'Small', registers: [], previous: [], boundaries: [], notes: [] },
  election: {
    body: {
      ...{ code: 'small-1', name: 'Small', kind: 'presidential', register: 'small' },
      pollingDate: '2024-01-01',
    },
    ballots: { parties: [], races: [], contests: [] },
    sheetCount: stations,
    *sheets() {
      for (let i = 0; i < stations; i += 1) yield finalSheet(i);
    },
  },
  correspondents: Array.from({ length: districts }, (_, i) => ({ area: `D${i}`, name: `District ${i}` })),
  night,
};
