import { expect, test } from 'vitest';
import { readRegisterCsv } from './read-register-csv.ts';

const levels = ['nation', 'region', 'station'];
const header = 'code,name,parent,level,registered,lng,lat';
const read = (lines: string[], encoding?: string) =>
  readRegisterCsv(Buffer.from(lines.join('\n'), encoding === 'latin1' ? 'latin1' : 'utf8'), {
    levels,
    encoding,
  });

test('levels are numbers or names, and only stations need registered voters', () => {
  const rows = read([
    header,
    'X,Ghana,,nation,,,',
    'N,"Ashanti, North",X,1,,,',
    'N1,Kumasi,N,Station,512,-1.6,6.7',
  ]);
  expect(rows.ok && rows.value.errors).toEqual([]);
  expect(rows.ok && rows.value.rows).toEqual([
    { path: '', line: 2, code: 'X', name: 'Ghana', parent: null, level: 0, registered: 0, point: null },
    {
      path: '',
      line: 3,
      code: 'N',
      name: 'Ashanti, North',
      parent: 'X',
      level: 1,
      registered: 0,
      point: null,
    },
    {
      path: '',
      line: 4,
      code: 'N1',
      name: 'Kumasi',
      parent: 'N',
      level: 2,
      registered: 512,
      point: [-1.6, 6.7],
    },
  ]);
});

test('semicolons and a byte order mark are understood', () => {
  const rows = read([`\ufeff${header.replaceAll(',', ';')}`, 'X;Ghana;;0;;;']);
  expect(rows.ok && rows.value.rows[0]?.name).toBe('Ghana');
});

test('bytes that are not UTF-8 are refused by line, and read when their encoding is named', () => {
  const bytes = Buffer.from([header, 'X,Ghana,,0,,,', 'N,Córdoba,X,1,,,'].join('\n'), 'latin1');
  const refused = readRegisterCsv(bytes, { levels });
  expect(!refused.ok && refused.error.map(({ code, line }) => [code, line])).toEqual([['not_decodable', 3]]);
  const rows = readRegisterCsv(bytes, { levels, encoding: 'latin1' });
  expect(rows.ok && rows.value.rows[1]?.name).toBe('Córdoba');
  const unknown = readRegisterCsv(bytes, { levels, encoding: 'klingon' });
  expect(!unknown.ok && unknown.error[0]?.code).toBe('unknown_encoding');
});

test('every cell that cannot be read is reported with its line', () => {
  const refused = read([header, 'X,Ghana,,planet,,,', 'N1,Kumasi,X,2,many,,', 'N2,Bantama,X,2,,west,6']);
  expect(refused.ok && refused.value.errors.map(({ code, path, line }) => [code, path, line])).toEqual([
    ['unknown_level', 'level', 2],
    ['not_an_integer', 'registered', 3],
    ['not_an_integer', 'registered', 4],
    ['not_a_point', 'lng', 4],
  ]);
});

test('a missing column, a short line and an open quote are reported', () => {
  const codes = (lines: string[]) => {
    const refused = read(lines);
    return (refused.ok ? refused.value.errors : refused.error).map(({ code, line }) => [code, line]);
  };
  expect(codes(['code,name,parent', 'X,Ghana,'])).toEqual([['column_missing', 1]]);
  expect(codes([header, 'X,Ghana'])).toEqual([['cell_count', 2]]);
  expect(codes([header, 'X,"Ghana,,0,,,'])[0]?.[0]).toBe('not_csv');
  expect(codes([''])).toEqual([['empty', 1]]);
});

test('columns that there are not are refused, each with its name', () => {
  const refused = read(['code,name,parent,level,registered,lgn,lat,notes', 'X,Ghana,,0,,,,']);
  expect(!refused.ok && refused.error).toMatchObject([
    { path: '', code: 'column_unknown', line: 1, message: expect.stringContaining('column lgn;') },
    { path: '', code: 'column_unknown', line: 1, message: expect.stringContaining('column notes;') },
  ]);
  expect(read(['Code,NAME,parent,level,registered,', 'X,Ghana,,0,,']).ok).toBe(true);
});
