import { apportion } from './apportion.ts';
import { candidates2024 } from './facts/candidates.ts';
import { votes2024 } from './facts/presidential-votes.ts';
import { regions } from './facts/regions.ts';
import { fillTable } from './fill-table.ts';
import type { ConstituencySpan, Register } from './generate-register.ts';
import { leanConstituencies } from './lean-constituencies.ts';
import { createRandom, type Random } from './random.ts';
import { rejectedShare } from './rejected-share.ts';

/** The figures of one race, a row for each station in the register's order. */
export interface VoteColumns {
  /** Cells of one row; a contest with fewer choices leaves the last ones at zero. */
  width: number;
  votes: Int32Array;
  rejected: Int32Array;
  cast: Int32Array;
}

export const nppColumn = candidates2024.findIndex(({ party }) => party === 'NPP');
export const ndcColumn = candidates2024.findIndex(({ party }) => party === 'NDC');
const bediakoColumn = candidates2024.findIndex(({ code }) => code === 'BEDIAKO');

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

/** Sheets whose columns add up, region by region and candidate by candidate, to the declared totals. */
export const generatePresidential = (
  register: Register,
  rejectedTotal: number,
  seed: number,
): VoteColumns => {
  const width = candidates2024.length;
  const count = register.stations.codes.length;
  const race: VoteColumns = {
    width,
    votes: new Int32Array(count * width),
    rejected: new Int32Array(count),
    cast: new Int32Array(count),
  };
  const spread = createRandom(seed, 'rejected by region');
  // The commission published rejected ballots for the nation only: the regions' parts are simulated.
  // Of the nation's ballots 2.2 % were rejected, too close to the 3 % of check S12 for regions that differ much.
  const rejectedByRegion = apportion({
    total: rejectedTotal,
    weights: regions.map(({ code }) => sum(votes2024.get(code)!) * Math.max(0.5, 1 + 0.05 * spread.normal())),
  });
  for (const [i, region] of regions.entries()) {
    const spans = register.spans.filter((span) => span.region === i);
    const random = createRandom(seed, `presidential ${region.code}`);
    fillRegion({
      register,
      race,
      spans,
      random,
      far: createRandom(seed, `rejected ${region.code}`),
      columns: votes2024.get(region.code)!,
      rejected: rejectedByRegion[i]!,
    });
  }
  return race;
};

interface RegionInput {
  register: Register;
  race: VoteColumns;
  spans: ConstituencySpan[];
  random: Random;
  far: Random;
  columns: readonly number[];
  rejected: number;
}

const fillRegion = (input: RegionInput): void => {
  const { register, race, spans, random, columns } = input;
  const first = spans[0]!.firstStation;
  const last = first + spans.reduce((stations, span) => stations + span.stationCount, 0);
  const registered = register.stations.registered.subarray(first, last);
  const valid = sum(columns);
  const cast = apportion({
    total: valid + input.rejected,
    weights: turnoutWeights(input),
    caps: registered.map((voters) => Math.floor(voters * 0.97)),
  });
  const mean = input.rejected / (valid + input.rejected);
  const rejected = apportion({
    total: input.rejected,
    weights: Float64Array.from(
      cast,
      (ballots) => ballots * rejectedShare(mean, 0.12 * random.normal(), input.far),
    ),
    caps: cast.map((ballots) => Math.floor(ballots * 0.2)),
  });
  race.cast.set(cast, first);
  race.rejected.set(rejected, first);
  const rows = cast.map((ballots, i) => ballots - rejected[i]!);
  race.votes.set(fillTable({ rows, columns, prior: leanStations(input, rows) }), first * race.width);
};

/** Turnout differs between constituencies and stations, and is somewhat lower in towns. */
const turnoutWeights = ({ register, spans, random }: RegionInput): Float64Array => {
  const weights: number[] = [];
  for (const { firstStation, stationCount } of spans) {
    const here = 1 + 0.04 * random.normal();
    for (let s = firstStation; s < firstStation + stationCount; s += 1) {
      const turnout = here + 0.08 * random.normal() - 0.1 * register.stations.urban[s]!;
      weights.push(register.stations.registered[s]! * Math.max(0.3, turnout));
    }
  }
  return Float64Array.from(weights);
};

/** What each station would vote by the lean of its constituency, its electoral area and chance. */
const leanStations = (input: RegionInput, rows: Int32Array): Float64Array => {
  const { register, spans, random, columns } = input;
  const width = columns.length;
  const prior = new Float64Array(rows.length * width);
  const leans = leanConstituencies({ spans, npp: columns[nppColumn]!, ndc: columns[ndcColumn]!, random });
  const twoParties = columns[nppColumn]! + columns[ndcColumn]!;
  let cell = 0;
  for (const [i, span] of spans.entries()) {
    let area = -1;
    let areaLean = 0;
    for (let s = span.firstStation; s < span.firstStation + span.stationCount; s += 1) {
      if (register.stations.electoralArea[s] !== area) {
        area = register.stations.electoralArea[s]!;
        areaLean = 0.25 * random.normal();
      }
      const odds = leans[i]! + areaLean + 0.3 * random.normal();
      const share = 1 / (1 + Math.exp(-odds));
      const voters = rows[cell / width]!;
      for (let k = 0; k < width; k += 1) {
        const town = k === bediakoColumn ? 0.4 + register.stations.urban[s]! : 1;
        prior[cell + k] = voters * columns[k]! * Math.exp(0.5 * random.normal()) * town;
      }
      prior[cell + nppColumn] = voters * twoParties * share;
      prior[cell + ndcColumn] = voters * twoParties * (1 - share);
      cell += width;
    }
  }
  return prior;
};
