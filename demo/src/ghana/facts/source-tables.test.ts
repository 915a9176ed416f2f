import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { candidates2020, candidates2024 } from './candidates.ts';
import { constituencies } from './constituencies.ts';
import { declared2024 } from './declared.ts';
import { votes2020, votes2024 } from './presidential-votes.ts';
import { regions } from './regions.ts';
import { stationCounts } from './station-counts.ts';

const projectRoot = new URL('../../../../', import.meta.url);
const source = new URL('../shared/data/ghana/', projectRoot);
const present = existsSync(source);
const compare = (title: string, check: () => void): void => {
  const name = present ? title : `${title} (skipped: ../shared/data/ghana is not beside the project)`;
  test.skipIf(!present)(name, check);
};

const readRows = (file: string): Record<string, string>[] => {
  const [head = '', ...lines] = readFileSync(new URL(file, source), 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i]!, value])));
};

/** Our tables write names in one letter case and without titles. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^dr\. /, '')
    .replace(/\s*-\s*/g, '-')
    .trim();
const renamed = new Map([
  ['Damango', 'Damongo'],
  ['Guan (New Constituency)', 'Guan'],
]);

compare('constituencies equal the source but for the three gaps we fill', () => {
  const rows = readRows('constituencies.csv');
  expect(rows).toHaveLength(constituencies.length);
  for (const row of rows) {
    const ours = constituencies.find(({ code }) => code === (row['ec_code'] || 'L0901'))!;
    expect(ours.name).toBe(renamed.get(row['name']!) ?? row['name']);
    expect(regions.find(({ letter }) => ours.code.startsWith(letter))?.name).toBe(row['region']);
    if (!ours.assumed.includes('register'))
      expect(ours.registered2020).toBe(Number(row['registered_2020_provisional']));
    expect(ours.assumed.includes('mp2020') ? '' : (ours.mpParty2020 ?? '')).toBe(row['mp2020_party']);
    expect(ours.assumed.includes('mp2024') ? '' : ours.mpParty2024).toBe(row['mp2024_party']);
    expect(plain(ours.mp2024 ?? '')).toBe(plain(row['mp2024']!));
  }
});

compare('presidential votes equal the regional tables, in their ballot order', () => {
  const facts = JSON.parse(readFileSync(new URL('official_facts.json', source), 'utf8'));
  for (const { code, name } of regions) {
    const y2020 = name === 'Bono East' ? 'Bono East_with_Techiman_South' : name;
    expect(votes2020.get(code)).toEqual(Object.values(facts.pres_by_region['2020'][y2020]));
    expect(votes2024.get(code)).toEqual(Object.values(facts.pres_by_region['2024'][name]));
  }
  for (const [year, candidates] of [
    ['2020', candidates2020],
    ['2024', candidates2024],
  ] as const) {
    const rows = readRows('pres_by_region_2020_2024.csv').filter(
      (row) => row['year'] === year && row['region'] === 'Volta',
    );
    expect(candidates.map(({ party }) => party ?? 'IND')).toEqual(rows.map((row) => row['political_party']));
  }
});

compare('registers and national figures equal the declared ones', () => {
  const facts = JSON.parse(readFileSync(new URL('official_facts.json', source), 'utf8'))['2024'];
  expect(Object.fromEntries(regions.map(({ name, registered2024 }) => [name, registered2024]))).toEqual(
    facts.registered_by_region,
  );
  expect(declared2024.registered).toBe(facts.registered_total);
  expect(declared2024.pollingStations).toBe(facts.polling_stations);
  expect(declared2024.first.rejected).toBe(facts.declared_9_dec_267_constituencies.rejected);
  expect(declared2024.updated.rejected).toBe(facts.updated_9_jan_2025_275_constituencies.rejected);
});

compare('station counts equal the table of Western and Central, row by row', () => {
  const rows = readRows('polling_station_counts_2024_western_central.csv');
  // The two tables spell many names differently but list the constituencies in the same order.
  const expected = rows.map((row) => ({
    stations: Number(row['polling_stations']),
    registered: Number(row['registered_voters']),
  }));
  expect([...stationCounts.values()]).toEqual(expected);
});

test('the sums and differences that the comments state are right', () => {
  const sums = candidates2024.map((_, k) =>
    [...votes2024.values()].reduce((sum, votes) => sum + votes[k]!, 0),
  );
  expect(sums).toEqual([
    4657304, 16668, 0, 16551, 5219, 4413, 22117, 6328397, 17461, 3320, 3097, 84478, 31252,
  ]);
  expect(sums.reduce((a, b) => a + b, 0)).toBe(11_190_277);
  expect(regions.reduce((sum, { registered2024 }) => sum + registered2024, 0)).toBe(18_773_303);
});
