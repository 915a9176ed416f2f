import { sql } from 'kysely';
import { type Database, inTransaction, type Transaction } from '../../platform/database/index.ts';
import { type AreaIndex, indexAreas } from './area-index.ts';
import { agrees, differingFigures, type FigureDifference } from './compare-totals.ts';
import { type ContestSheets, gatherContestSheets } from './contest-sheets.ts';
import { viewOf } from './packed-array.ts';
import { type PackedSheets, readSheets, selectSheets } from './packed-sheets.ts';
import { countRace, type RaceCount } from './race-count.ts';
import { type Progress, readPacked } from './read-packed.ts';
import type { ContestPlan, RacePlan, RecountPlan, RecountTarget } from './recount-plan.ts';
import { type PackedTotals, readTotals, selectTotals, unpackTotals } from './stored-totals.ts';

/** A stored total that is not what its sheets add up to; −1 stands for an area that the register does not have. */
export interface CountedDifference extends FigureDifference {
  readonly raceId: string;
  readonly area: number;
  readonly basis: number;
}

export interface CountedAnew {
  readonly sheets: number;
  readonly totals: number;
  readonly differences: readonly CountedDifference[];
}

/** Transactions that see the same. */
type Snapshot = readonly [Transaction, ...Transaction[]];

export interface CountOrder {
  readonly target: RecountTarget;
  /** It may take a while: reading begins before. */
  readonly plan: Promise<RecountPlan>;
}

interface Counting {
  readonly plan: RecountPlan;
  readonly index: AreaIndex;
}

/** Adds up every sheet on one snapshot and compares with every stored total; sheets and register alone are counted. */
export const countAnew = (
  db: Database,
  order: CountOrder,
  onProgress: (progress: Progress) => void,
): Promise<CountedAnew> =>
  onOneSnapshot(db, async (snapshot) => {
    const { target } = order;
    const parts = readPacked(snapshot, {
      ...{ table: 'sheet', select: selectSheets(target), read: readSheets, onProgress },
    });
    const plan = await order.plan;
    const counting = { plan, index: indexAreas(plan.areaIds) };
    const { sheets, counts } = await countSheets(counting, parts);
    const stored = readPacked(snapshot, {
      ...{ table: 'tally', select: selectTotals(target), read: readTotals, onProgress },
    });
    return { sheets, ...(await compareStored(counting, counts, stored)) };
  });

const steady = { isolation: 'repeatable read', readOnly: true } as const;

/** Two connections that see the same, so that two processes of PostgreSQL can read. */
const onOneSnapshot = <T>(db: Database, work: (snapshot: Snapshot) => Promise<T>): Promise<T> =>
  inTransaction(
    db,
    async (first) => {
      const { rows } = await sql<{ name: string }>`select pg_export_snapshot() as name`.execute(first);
      const name = rows[0]?.name ?? '';
      return inTransaction(
        db,
        async (second) => {
          await sql`set transaction snapshot ${sql.lit(name)}`.execute(second);
          return work([first, second]);
        },
        steady,
      );
    },
    steady,
  );

/** What was counted for a race, by basis. */
type Counts = ReadonlyMap<string, { readonly race: RacePlan; readonly byBasis: readonly RaceCount[] }>;

const countSheets = async (
  counting: Counting,
  parts: AsyncIterable<readonly PackedSheets[]>,
): Promise<{ sheets: number; counts: Counts }> => {
  const { plan } = counting;
  const sheetsOf = new Map<ContestPlan, ContestSheets>();
  const byId = new Map<string, ContestSheets>();
  for (const race of plan.races) {
    const reported = new Uint8Array(plan.station.length);
    for (const contest of race.contests) {
      const sheets = gatherContestSheets({ ...counting, race, contest, reported });
      sheetsOf.set(contest, sheets);
      byId.set(contest.id, sheets);
    }
  }
  let sheets = 0;
  for await (const part of parts) {
    for (const packed of part) {
      const known = byId.get(packed.contest_id);
      if (known === undefined) throw new Error('a sheet has lost its contest');
      known.add(packed);
      sheets += packed.sheets;
    }
  }
  const counts = plan.races.map((race) => {
    const byBasis = [0, 1, 2].map((basis) => countRace(race, basis, { sheetsOf, station: plan.station }));
    return [race.id, { race, byBasis }] as const;
  });
  return { sheets, counts: new Map(counts) };
};

const compareStored = async (
  { plan, index }: Counting,
  counts: Counts,
  parts: AsyncIterable<readonly PackedTotals[]>,
): Promise<Omit<CountedAnew, 'sheets'>> => {
  const differences: CountedDifference[] = [];
  const seen = new Map<RaceCount, Uint8Array>();
  let totals = 0;
  for await (const part of parts) {
    for (const packed of part) {
      const count = counts.get(packed.race_id)?.byBasis[packed.basis];
      if (count === undefined) throw new Error('a total has lost its race');
      const known = seen.get(count) ?? new Uint8Array(plan.station.length);
      seen.set(count, known);
      differences.push(...comparePart(packed, count, { index, known }));
      totals += packed.totals;
    }
  }
  return { totals, differences: [...differences, ...listMissing(plan, counts, seen)] };
};

const comparePart = (
  packed: PackedTotals,
  count: RaceCount,
  { index, known }: { index: AreaIndex; known: Uint8Array },
): CountedDifference[] => {
  const differences: CountedDifference[] = [];
  const areas = viewOf(packed.areas);
  const totals = unpackTotals(packed);
  let area = -1;
  for (let at = 0; at < packed.totals; at++) {
    area = index.at(areas, at * 16, area + 1);
    known[area] = 1;
    const row = count.rowOf(area);
    if (row !== null && agrees(totals, at, row)) continue;
    const place = { raceId: packed.race_id, area, basis: packed.basis };
    differences.push(...differingFigures({ totals, at }, row).map((figure) => ({ ...place, ...figure })));
  }
  return differences;
};

/** Areas with sheets below them for which no total is stored. Stations have none: their sheet says it. */
const listMissing = (
  { station }: RecountPlan,
  counts: Counts,
  seen: ReadonlyMap<RaceCount, Uint8Array>,
): CountedDifference[] => {
  const differences: CountedDifference[] = [];
  for (const [raceId, { byBasis }] of counts) {
    for (const [basis, count] of byBasis.entries()) {
      const known = seen.get(count);
      for (let area = 0; area < station.length; area++) {
        if (known?.[area] === 1 || station[area] === 1) continue;
        const row = count.rowOf(area);
        if (row === null) continue;
        const place = { raceId, area, basis };
        differences.push(...differingFigures(null, row).map((figure) => ({ ...place, ...figure })));
      }
    }
  }
  return differences;
};
