import type { BenchServer } from '../running/bench-server.ts';

/** A nation with a million reports, written by SQL in one go: what the intake would have left behind. */
export const millionCode = 'million';

/** Areas per level, from the nation to its stations; the shape of Spain, where a section has two stations. */
const levels = [1, 50, 1_000, 25_000, 500_000, 1_000_000];
const choices = 11;

const id = (kind: string, number: string): string =>
  `('${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const areaId = (level: number, number: string): string => id(`000000a${level}`, number);
const [register, election, race, contest] = ['b0', 'b1', 'b2', 'b3'].map((kind) => id(`000000${kind}`, '1'));
const person = id('000000b4', '1');

/** Which area above an area lies in, both counted from 0 in their levels. */
const above = (level: number, number: string): string =>
  `(${number}::bigint * ${levels[level - 1]} / ${levels[level]})::integer`;

const areas = (level: number): string => {
  const before = levels.slice(0, level).reduce((sum, size) => sum + size, 0);
  const size = levels[level] ?? 0;
  const last = level === levels.length - 1;
  return `insert into area (id, register_id, code, name, level, parent_id, registered, position)
    select ${areaId(level, 'n')}, ${register}, 'A${level}-' || n, 'Area ' || n, ${level},
      ${level === 0 ? 'null' : areaId(level - 1, above(level, 'n'))}, ${last ? '700' : '0'}, ${before} + n + 1
    from generate_series(0, ${size - 1}) n`;
};

const setUp = [
  `insert into register (id, code, name, levels, simulated, areas, stations)
    values (${register}, '${millionCode}', 'A million stations',
      '{nation,region,province,municipality,section,station}', true,
      ${levels.reduce((sum, size) => sum + size, 0)}, ${levels.at(-1)})`,
  ...levels.map((_, level) => areas(level)),
  `insert into election (id, code, name, kind, polling_date, register_id, state, basis, settings, simulated)
    values (${election}, '${millionCode}', 'A million', 'presidential', '2024-12-07', ${register}, 'counting',
      'provisional', '{}', true)`,
  `insert into race (id, election_id, code, name, seat_method, threshold, blank_votes, position)
    values (${race}, ${election}, 'president', 'President', 'majority', 0, false, 1)`,
  `insert into contest (id, election_id, race_id, area_id, code, name, seats, position)
    values (${contest}, ${election}, ${race}, ${areaId(0, '0')}, 'president', 'President', 1, 1)`,
  `insert into choice (id, contest_id, code, name, color, ballot_order)
    select ${id('000000b5', 'n')}, ${contest}, 'c' || n, 'Choice ' || n, '#333333', n
    from generate_series(1, ${choices}) n`,
];

const eachChoice = (spell: (choice: number) => string): string =>
  Array.from({ length: choices }, (_, at) => spell(at + 1)).join(', ');

const sheets = `
  insert into sheet (id, election_id, race_id, contest_id, station_id, revision, status, flagged, votes, rejected,
    cast_ballots, registered, author_id, source, received_at, updated_at)
  select ${id('000000c0', 'n')}, ${election}, ${race}, ${contest}, ${areaId(levels.length - 1, 'n')}, 1, 'accepted',
    false, array[${eachChoice((choice) => `(n * ${choice * 7} + n / 3) % 61`)}], n % 5, 400 + n % 200, 700, ${person}, 'bench', now(), now()
  from generate_series(0, ${(levels.at(-1) ?? 0) - 1}) n`;

/** The level above the stations from the sheets, each further level from the one below. */
const lowestTotals = `
  insert into tally (race_id, area_id, basis, votes, rejected, cast_ballots, registered, on_register, stations, updated_at)
  select race_id, parent_id, 0, array[${eachChoice((choice) => `sum(votes[${choice}])`)}], sum(rejected),
    sum(cast_ballots), sum(sheet.registered), sum(area.registered), count(*), now()
  from sheet join area on area.id = station_id where election_id = ${election} group by race_id, parent_id`;

const totalsOf = (level: number): string => `
  insert into tally (race_id, area_id, basis, votes, rejected, cast_ballots, registered, on_register, stations, updated_at)
  select race_id, parent_id, 0, array[${eachChoice((choice) => `sum(votes[${choice}])`)}], sum(rejected),
    sum(cast_ballots), sum(tally.registered), sum(on_register), sum(tally.stations), now()
  from tally join area on area.id = area_id where race_id = ${race} and level = ${level + 1}
  group by race_id, parent_id`;

/** Takes a minute or two; nothing is left out but the revisions and the ledger, which a recount does not read. */
export const loadMillion = async (pool: BenchServer['platform']['db']['pool']): Promise<void> => {
  const client = await pool.connect();
  try {
    // Foreign keys have nothing to find here, and would take most of the time.
    await client.query("set statement_timeout = '600s'; set session_replication_role = replica");
    const totals = levels.map((_, level) => totalsOf(level)).slice(0, -2);
    const statements = [...setUp, sheets, lowestTotals, ...totals.reverse()];
    for (const statement of statements) await client.query(statement);
    await client.query('vacuum analyze sheet, tally, area');
  } finally {
    client.release(true);
  }
};
