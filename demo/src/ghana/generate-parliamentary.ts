import { apportion } from './apportion.ts';
import { fillTable } from './fill-table.ts';
import { ndcColumn, nppColumn, type VoteColumns } from './generate-presidential.ts';
import type { ConstituencySpan, Register } from './generate-register.ts';
import type { DemoContest } from './nation.ts';
import { createRandom, type Random } from './random.ts';
import { rejectedShare } from './rejected-share.ts';

/** The longest paper: NPP, NDC, an independent winner and two others. */
const width = 5;

export interface ParliamentaryInput {
  register: Register;
  /** One for each constituency, in the register's order. */
  contests: readonly DemoContest[];
  presidential: VoteColumns;
  seed: number;
}

/** Sheets on which the declared party wins every constituency and every station votes much as it did for president. */
export const generateParliamentary = (input: ParliamentaryInput): VoteColumns => {
  const count = input.register.stations.codes.length;
  const race: VoteColumns = {
    width,
    votes: new Int32Array(count * width),
    rejected: new Int32Array(count),
    cast: new Int32Array(count),
  };
  for (const [i, span] of input.register.spans.entries()) {
    const random = createRandom(input.seed, `parliamentary ${span.code}`);
    const far = createRandom(input.seed, `rejected ${span.code}`);
    const parties = input.contests[i]!.choices.map(({ code }) => code);
    fillConstituency({ ...input, race, span, parties, random, far });
  }
  return race;
};

interface ConstituencyInput extends ParliamentaryInput {
  race: VoteColumns;
  span: ConstituencySpan;
  parties: string[];
  random: Random;
  far: Random;
}

const fillConstituency = (input: ConstituencyInput): void => {
  const { race, span, parties } = input;
  const rows = castBallots(input);
  const shares = shareParties(input);
  const columns = apportion({ total: rows.reduce((a, b) => a + b, 0), weights: shares });
  const cells = fillTable({ rows, columns, prior: followPresident(input, rows) });
  for (let row = 0; row < span.stationCount; row += 1)
    for (let k = 0; k < parties.length; k += 1)
      race.votes[(span.firstStation + row) * width + k] = cells[row * parties.length + k]!;
};

/** Writes cast and rejected ballots, a few off those for president, and answers the valid ones. */
const castBallots = ({ register, presidential, race, span, random, far }: ConstituencyInput): Int32Array => {
  const rows = new Int32Array(span.stationCount);
  for (let row = 0; row < rows.length; row += 1) {
    const s = span.firstStation + row;
    const wished = presidential.cast[s]! + random.integer(9) - 4;
    const cast = Math.min(register.stations.registered[s]!, Math.max(0, wished));
    const share = rejectedShare(0.015, 0.7 * (random.next() - 0.5), far);
    const rejected = Math.min(cast, Math.floor(cast * share + random.next()));
    race.cast[s] = cast;
    race.rejected[s] = rejected;
    rows[row] = cast - rejected;
  }
  return rows;
};

const shareParties = ({ presidential, span, parties, random }: ConstituencyInput): Float64Array => {
  const npp = sumColumn(presidential, span, nppColumn);
  const ndc = sumColumn(presidential, span, ndcColumn);
  const winner = parties.indexOf(span.fact.mpParty2024);
  const shares = Float64Array.from(parties, (party) => {
    if (party === 'NPP') return (npp / (npp + ndc)) * Math.exp(0.06 * random.normal());
    if (party === 'NDC') return (ndc / (npp + ndc)) * Math.exp(0.06 * random.normal());
    return party === 'IND' ? 0.01 + 0.05 * random.next() : 0.002 + 0.008 * random.next();
  });
  const best = shares.reduce((most, share, k) => (k === winner ? most : Math.max(most, share)), 0);
  // A winner who would trail, or lead by less than a safe rounding, is lifted to a narrow lead.
  if (shares[winner]! < best * 1.01) shares[winner] = best * (1.015 + 0.07 * random.next());
  return shares;
};

const sumColumn = ({ votes, width: cells }: VoteColumns, span: ConstituencySpan, column: number): number => {
  let total = 0;
  for (let row = 0; row < span.stationCount; row += 1)
    total += votes[(span.firstStation + row) * cells + column]!;
  return total;
};

const followPresident = (
  { presidential, span, parties, random }: ConstituencyInput,
  rows: Int32Array,
): Float64Array => {
  const prior = new Float64Array(rows.length * parties.length);
  for (let row = 0; row < rows.length; row += 1) {
    const start = (span.firstStation + row) * presidential.width;
    for (const [k, party] of parties.entries()) {
      const column = party === 'NPP' ? nppColumn : ndcColumn;
      const base =
        party === 'NPP' || party === 'NDC' ? presidential.votes[start + column]! + 1 : rows[row]! + 1;
      const spread = party === 'NPP' || party === 'NDC' ? 0.08 : 0.4;
      prior[row * parties.length + k] = base * Math.exp(spread * random.normal());
    }
  }
  return prior;
};
