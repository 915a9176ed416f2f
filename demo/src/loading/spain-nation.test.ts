import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import { dataFolder, dataTest } from '../spain/testing/data-folder.ts';
import { spainNation } from './spain-nation.ts';
import { expectNation } from './testing/expect-nation.ts';

test('a data folder without Spain is an expected failure', async () => {
  expect(await spainNation('no-such-folder')).toMatchObject({ ok: false, error: { code: 'file_missing' } });
});

dataTest('Spain is a nation that the server takes, sheet by sheet', async () => {
  const nation = unwrap(await spainNation(dataFolder));
  expectNation(nation);
  expect(nation.registers.map(({ code }) => code)).toEqual(['es-2019', 'es-2023']);
  expect(nation.election.body).toMatchObject({ code: 'es-2023', register: 'es-2023', previous: 'es-2019' });
  expect(nation.boundaries.map(({ register, level }) => `${register} ${level}`)).toEqual([
    ...['es-2019 region', 'es-2019 province', 'es-2019 municipality'],
    ...['es-2023 region', 'es-2023 province', 'es-2023 municipality'],
  ]);
  const parties = nation.election.ballots.parties.map(({ code }) => code);
  const before = new Set(nation.previous[0]?.ballots.parties.map(({ code }) => code));
  expect(parties.filter((code) => before.has(code)).slice(0, 5)).toEqual([
    'PP',
    'PSOE',
    'VOX',
    'ERC',
    'JUNTS',
  ]);

  const stations = new Set<string>();
  let latest = 0;
  for (const { atMs, district, sheet } of nation.night({ minutes: 60, seed: 1 })) {
    if (atMs < latest || district !== `ES-P${sheet.station.slice(3, 5)}`)
      expect(sheet).toBe('in order of time, sent by its province');
    latest = atMs;
    stations.add(sheet.station);
  }
  expect(stations.size).toBe(60_366);
  expect(latest).toBeLessThan(60 * 60_000);
});
