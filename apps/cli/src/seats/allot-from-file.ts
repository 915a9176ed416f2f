// What `comitium seats` does with its arguments, up to the report.
import { existsSync, readFileSync } from 'node:fs';
import { err, ok, type Result } from '@comitium/basics';
import type { SeatsReportBody } from '@comitium/contract';
import { type OverhangRule, type SeatMethodName, seatMethods } from '@comitium/tally/seats';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import { allotDoubly, doublyMethod } from './allot-doubly.ts';
import { allotMixed, mixedMethod } from './allot-mixed.ts';
import { allotPanachage, panachageMethod, readPanachageLot } from './allot-panachage.ts';
import { allotSeats, type SeatRules } from './allot-seats.ts';
import { readCandidatesFile } from './read-candidates-file.ts';
import { readListNames, readListSeats, readSeatLot, readShare } from './read-seat-arguments.ts';
import { readVotesFile, type VotesColumns, type VotesFile } from './read-votes-file.ts';

export interface SeatsOptions extends VotesColumns {
  readonly method: string;
  readonly seats?: string;
  readonly threshold?: string;
  readonly thresholdBase?: string;
  readonly nationalThreshold?: string;
  readonly oneDistrictThreshold?: string;
  readonly exempt?: string;
  readonly majority: boolean;
  readonly moreVotesFirst: boolean;
  readonly lot?: string;
  readonly listSeats?: string;
  readonly by?: string;
  readonly overhang?: string;
  readonly orDirect?: string;
  readonly candidates?: string;
  readonly json: boolean;
}

type Report = Result<SeatsReportBody, CommandProblem[]>;

const refuse = (code: string, message: string): Report => err([ofArgument(code, message)]);

export const allotFromFile = (path: string, options: SeatsOptions): Report => {
  const { method } = options;
  const names = [
    ...Object.keys(seatMethods),
    ...[doublyMethod, mixedMethod, panachageMethod].map(({ name }) => name),
  ];
  if (!names.includes(method))
    return refuse('unknown_method', `There is no method ${method}; there are ${names.join(', ')}.`);
  if (options.by !== undefined && !isSeatMethod(options.by))
    return refuse('unknown_method', `Lists cannot share seats by ${options.by}.`);
  const only = onlyFor(options);
  if (only !== null) return refuse('rules_exclude', only);
  if (!existsSync(path)) return refuse('file_missing', `There is no file ${path}.`);
  const text = readFileSync(path, 'utf8');
  if (method === panachageMethod.name) return panachageOf(text, options);
  const read = readVotesFile(text, columnsOf(options));
  if (!read.ok) return read;
  if (method === mixedMethod.name) return mixedOf(read.value, options);
  const file = withSeats(read.value, options);
  if (!file.ok) return file;
  const rules = rulesOf(file.value, options);
  if (!rules.ok) return rules;
  if (isSeatMethod(method)) return allotSeats(file.value, method, rules.value);
  const lists = takeLists(file.value, options);
  return lists.ok ? allotDoubly(file.value, { ...rules.value, ...lists.value }) : lists;
};

const isSeatMethod = (name: string): name is SeatMethodName => Object.hasOwn(seatMethods, name);

/** Options of one method that were given to another; null when there are none. */
const onlyFor = (options: SeatsOptions): string | null => {
  const { method, by, direct, overhang, orDirect, candidates, listSeats, atMost } = options;
  const mixed = method === mixedMethod.name;
  const open = method === panachageMethod.name;
  if (!mixed && [direct, overhang, orDirect].some((one) => one !== undefined))
    return '--direct, --overhang and --or-direct are for mixed-member.';
  if (!mixed && !open && by !== undefined) return '--by is for mixed-member and panachage.';
  if (open !== (candidates !== undefined)) return '--candidates is for panachage, which needs it.';
  if (listSeats !== undefined && method !== doublyMethod.name) return '--list-seats is for biproportional.';
  return open && atMost !== undefined ? 'Panachage knows no --at-most: lists have their candidates.' : null;
};

const columnsOf = ({ lists, votes, ...options }: SeatsOptions): VotesColumns => {
  const { districts, seatsColumn, alliances, atMost, direct } = options;
  return {
    lists,
    votes,
    ...(districts !== undefined && { districts }),
    ...(seatsColumn !== undefined && { seatsColumn }),
    ...(alliances !== undefined && { alliances }),
    ...(atMost !== undefined && { atMost }),
    ...(direct !== undefined && { direct }),
  };
};

const panachageOf = (text: string, options: SeatsOptions): Report => {
  const {
    by = 'hagenbach-bischoff',
    candidates = '',
    lists,
    votes,
    districts,
    seatsColumn,
    alliances,
  } = options;
  const read = readCandidatesFile(text, {
    ...{ lists, votes, candidates },
    ...(districts !== undefined && { districts }),
    ...(seatsColumn !== undefined && { seatsColumn }),
    ...(alliances !== undefined && { alliances }),
  });
  if (!read.ok) return read;
  const file = withSeats(read.value.votes, options);
  if (!file.ok) return file;
  const lot = options.lot === undefined ? null : readPanachageLot(options.lot, read.value);
  if (lot !== null && !lot.ok) return err([lot.error]);
  const rules = rulesOf(file.value, { ...options, lot: undefined });
  if (!rules.ok || !isSeatMethod(by)) return rules.ok ? refuse('unknown_method', by) : rules;
  const asked = { ...rules.value, ...(lot?.value ?? { drawn: [] }), by };
  return allotPanachage({ ...read.value, votes: file.value }, asked);
};

const overhangRules: readonly OverhangRule[] = ['kept', 'levelled', 'absorbed', 'refused'];

const mixedOf = (file: VotesFile, options: SeatsOptions): Report => {
  const overhang = overhangRules.find((rule) => rule === options.overhang);
  if (overhang === undefined || options.direct === undefined)
    return refuse(
      'overhang_invalid',
      'Mixed-member needs --direct and --overhang kept, levelled, absorbed or refused.',
    );
  const inColumn = file.districts.reduce((sum, { seats }) => sum + (seats ?? 0), 0);
  const house = options.seats === undefined ? inColumn : wholeNumber(options.seats);
  if (house === null || house === 0)
    return refuse('seats_invalid', 'Say the regular house with --seats <n> or --seats-column.');
  const orDirect = wholeNumber(options.orDirect);
  if (options.orDirect !== undefined && orDirect === null)
    return refuse('threshold_invalid', '--or-direct is a whole number of constituencies.');
  const rules = rulesOf(file, options);
  if (!rules.ok) return rules;
  const lists = takeLists(file, options);
  if (!lists.ok) return lists;
  const { by = 'sainte-lague' } = options;
  if (!isSeatMethod(by)) return refuse('unknown_method', by);
  return allotMixed(file, { ...rules.value, lots: lists.value.lots, by, overhang, house, orDirect });
};

/** The seats of each district, from the column or, where there is one district, from the argument. */
const withSeats = (
  file: VotesFile,
  { seats, seatsColumn }: SeatsOptions,
): Result<VotesFile, CommandProblem[]> => {
  if (seatsColumn !== undefined) return ok(file);
  const count = wholeNumber(seats);
  if (count === null || file.districts.length > 1)
    return err([
      ofArgument(
        'seats_invalid',
        'Say the seats with --seats <n>, or for many districts with --seats-column.',
      ),
    ]);
  return ok({ ...file, districts: file.districts.map((one) => ({ ...one, seats: count })) });
};

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;

const rulesOf = (
  file: VotesFile,
  options: Omit<SeatsOptions, 'lot'> & { readonly lot?: string | undefined },
): Result<SeatRules, CommandProblem[]> => {
  const problems: CommandProblem[] = [];
  const given = <T>(
    text: string | undefined,
    read: (text: string) => Result<T, CommandProblem>,
  ): T | null => {
    if (text === undefined) return null;
    const result = read(text);
    if (result.ok) return result.value;
    problems.push(result.error);
    return null;
  };
  const base = wholeNumber(options.thresholdBase);
  if (options.thresholdBase !== undefined && base === null)
    problems.push(ofArgument('threshold_invalid', '--threshold-base is a whole number of votes.'));
  const rules: SeatRules = {
    threshold: given(options.threshold, readShare),
    thresholdBase: base,
    nationalThreshold: given(options.nationalThreshold, readShare),
    oneDistrictThreshold: given(options.oneDistrictThreshold, readShare),
    exempt: given(options.exempt, (text) => readListNames(text, file)) ?? [],
    majority: options.majority,
    moreVotesFirst: options.moreVotesFirst,
    lot: given(options.lot, (text) => readSeatLot(text, file))?.lists ?? null,
  };
  return problems.length > 0 ? err(problems) : ok(rules);
};

/** Seats of lists, and lots for seats of single districts. */
const takeLists = (file: VotesFile, { listSeats, lot }: SeatsOptions) => {
  const seats = listSeats === undefined ? ok(null) : readListSeats(listSeats, file);
  const lots = lot === undefined ? ok(null) : readSeatLot(lot, file);
  if (!seats.ok) return err([seats.error]);
  return lots.ok ? ok({ listSeats: seats.value, lots: lots.value }) : err([lots.error]);
};
