import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unwrap } from '@comitium/basics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeImportError } from './import-error.ts';
import { plainName } from './read-names.ts';
import { readSpain } from './read-spain.ts';
import { readStations } from './read-stations.ts';
import { readTable } from './read-table.ts';
import { readVotes } from './read-votes.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comitium-spain-'));
});
afterAll(() => rm(folder, { recursive: true }));

const write = async (name: string, content: string | Buffer): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
};
const header = 'station_id,census_counting,blank_ballots,invalid_ballots,party_ballots\n';
const stations = (rows: string) => write('stations.csv.gz', gzipSync(header + rows));
const votes = (rows: string) => write('votes.csv.gz', gzipSync(`station_id,id_candidacies,ballots\n${rows}`));
const good = '01-04-002-01-001-A,300,2,1,50\n01-04-001-01-001-B,400,0,0,7';

test('a missing folder is told by the file that is missing', async () => {
  const read = await readSpain(join(folder, 'nowhere'));
  expect(read).toMatchObject({ ok: false, error: { code: 'file_missing' } });
  expect(read.ok || describeImportError(read.error)).toContain('cod_INE_mun.csv.gz');
  expect(await readStations(join(folder, 'none.csv.gz'))).toMatchObject({ error: { code: 'file_missing' } });
});

test('a file that is cut short or not gzip is corrupt', async () => {
  const whole = gzipSync(header + good.repeat(1));
  const cut = await write('cut.csv.gz', whole.subarray(0, whole.length - 12));
  expect(await readStations(cut)).toMatchObject({ error: { code: 'file_corrupt', file: cut } });
  expect(await readStations(await write('plain.csv.gz', header))).toMatchObject({
    error: { code: 'file_corrupt' },
  });
  expect(await readStations(await write('empty.csv.gz', gzipSync('')))).toMatchObject({
    error: { code: 'file_corrupt' },
  });
});

test.each([
  ['01-04-002-01-001-A,300,2,1', 'fields'],
  ['01-04-009-01-001-A,300,2,-1,5', 'invalid_ballots is -1'],
  ['01-04-009-01-001-A,300,2,1.5,5', 'invalid_ballots is 1.5'],
  ['1-4-2-1-1-A,300,2,1,5', 'not the id'],
  ['01-04-002-01-001-A,300,"2",1,5', 'quotation'],
  ['01-04-001-01-001-B,300,2,1,5', 'comes twice'],
])('the bad row %s is refused with its line', async (row, detail) => {
  const read = await readStations(await stations(`${good}\n${row}\n`));
  expect(read).toMatchObject({ error: { code: 'row_invalid', line: 4 } });
  expect(read.ok ? '' : read.error.detail).toContain(detail);
});

test('stations are sorted, votes fill the cells that are left out with 0', async () => {
  const columns = unwrap(await readStations(await stations(good)));
  expect(columns.ids).toEqual(['01-04-001-01-001-B', '01-04-002-01-001-A']);
  const known = new Set(['000005', '000012', '000099']);
  const rows = '01-04-002-01-001-A,000012,40\n01-04-001-01-001-B,000012,7\n01-04-002-01-001-A,000005,10\n';
  const { standing, of } = unwrap(await readVotes(await votes(rows), columns, known));
  expect(standing).toEqual(new Map([['04', ['000005', '000012']]]));
  expect([[...of(0)], [...of(1)]]).toEqual([
    [0, 7],
    [10, 40],
  ]);
});

test.each([
  ['01-04-003-01-001-A,000005,1', 2, 'not among the polling stations'],
  ['01-04-002-01-001-A,000077,1', 2, 'not among the candidacies'],
  ['01-04-002-01-001-A,000005,x', 2, 'no count'],
  ['01-04-002-01-001-A,000005,1\n01-04-002-01-001-A,000005,2', 3, 'twice'],
  ['01-04-002-01-001-A,000005,1', undefined, 'says 50'],
])('the votes %s are refused', async (rows, line, detail) => {
  const columns = unwrap(await readStations(await stations(good)));
  const complete = line === undefined ? `${rows}\n01-04-001-01-001-B,000005,7` : rows;
  const read = await readVotes(await votes(complete), columns, new Set(['000005']));
  expect(read.ok ? undefined : read.error).toMatchObject({ code: 'row_invalid', ...(line && { line }) });
  expect(read.ok ? '' : read.error.detail).toContain(detail);
});

test('a table says which column it lacks and where its quotes break', async () => {
  const lacking = await readTable(await write('a.csv', 'a,b\n1,2\n'), ['a', 'c']);
  expect(lacking).toMatchObject({ error: { code: 'columns_missing', line: 1 } });
  const broken = await readTable(await write('b.csv', 'a,b\n1,2\n"3,4\n'), ['a']);
  expect(broken).toMatchObject({ error: { code: 'file_corrupt', line: expect.any(Number) } });
  expect(unwrap(await readTable(await write('c.csv', 'a,b\n"x, ""y""",2\n'), ['a', 'b']))).toEqual([
    { line: 2, fields: { a: 'x, "y"', b: '2' } },
  ]);
});

test('names lose their province and get their article back', () => {
  expect(plainName('Ballestero, El (Albacete)', 'Albacete')).toBe('El Ballestero');
  expect(plainName("Alcúdia, l' (Valencia/València)", 'Valencia/València')).toBe("l'Alcúdia");
  expect(plainName('Pinós, el/Pinoso (Alicante/Alacant)', 'Alicante/Alacant')).toBe('Pinós, el/Pinoso');
  expect(plainName('Cruïlles, Monells i Sant Sadurní de l’Heura (Girona)', 'Girona')).toBe(
    'Cruïlles, Monells i Sant Sadurní de l’Heura',
  );
});
