import { ok, type Result } from '@comitium/basics';
import type { AreaRow, BallotImportBody, BatchLine } from '@comitium/contract';
import { buildBallots } from './build-ballots.ts';
import { buildRegister } from './build-register.ts';
import { certifiedTotals } from './compare-with-certified.ts';
import { dataFiles, defaultDataFolder, type SpainYear } from './data-files.ts';
import { seats2019 } from './facts/seats-2019.ts';
import type { SpainImportError } from './import-error.ts';
import { listParties } from './list-parties.ts';
import { listSheets, sheetOf } from './list-sheets.ts';
import { readCandidacies } from './read-candidacies.ts';
import { type CertifiedCell, readCertified } from './read-certified.ts';
import { readNames, type SpainNames } from './read-names.ts';
import { readStations, type SpainStations } from './read-stations.ts';
import { readVotes } from './read-votes.ts';
import { type ProvinceTotals, sumByProvince } from './sum-by-province.ts';

export interface SpainElection {
  readonly year: SpainYear;
  /** Code of the election and of its register: `es-2023`. */
  readonly code: string;
  readonly areas: readonly AreaRow[];
  readonly ballots: BallotImportBody;
  readonly names: SpainNames;
  readonly stations: SpainStations;
  /** Summed from the stations. */
  readonly totals: ProvinceTotals;
  /** Null for 2019, whose certified figures are not in the data. */
  readonly certified: { readonly totals: ProvinceTotals; readonly cells: readonly CertifiedCell[] } | null;
  /** The sheet of the station at a place of `stations`, which is its place among the register's stations. */
  sheet(place: number): BatchLine;
  /** All sheets, one at a time. */
  sheets(): Iterable<BatchLine>;
}

/** One election to the Congress of Deputies from the files of the data folder; about a second. */
export const readSpain = async (
  dataFolder: string = defaultDataFolder,
  year: SpainYear = 2023,
): Promise<Result<SpainElection, SpainImportError>> => {
  const files = dataFiles(dataFolder, year);
  const names = await readNames(files.names);
  if (!names.ok) return names;
  const candidacies = await readCandidacies(files.candidacies);
  if (!candidacies.ok) return candidacies;
  const certified = year === 2023 ? await readCertified(files.certified) : ok(null);
  if (!certified.ok) return certified;
  const stations = await readStations(files.stations);
  if (!stations.ok) return stations;
  const votes = await readVotes(files.votes, stations.value, new Set(candidacies.value.keys()));
  if (!votes.ok) return votes;

  const code = `es-${year}`;
  const partyOf = listParties(candidacies.value, year);
  const totals = sumByProvince(stations.value, votes.value, partyOf);
  const sheetSources = { stations: stations.value, votes: votes.value, partyOf, election: code };
  return ok({
    ...{ year, code, names: names.value, stations: stations.value, totals },
    areas: buildRegister(stations.value, names.value),
    ballots: buildBallots({
      standing: votes.value.standing,
      candidacies: candidacies.value,
      ...{ partyOf, names: names.value, strength: sumOverProvinces(totals) },
      seats: certified.value === null ? seats2019 : sumSeats(certified.value),
    }),
    certified:
      certified.value === null
        ? null
        : { totals: certifiedTotals(certified.value, partyOf), cells: certified.value },
    sheet: (place) => sheetOf(sheetSources, place),
    sheets: () => listSheets(sheetSources),
  });
};

const sumSeats = (cells: readonly CertifiedCell[]): Map<string, number> => {
  const seats = new Map<string, number>();
  for (const cell of cells) seats.set(cell.province, (seats.get(cell.province) ?? 0) + cell.seats);
  return seats;
};

const sumOverProvinces = (totals: ProvinceTotals): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const choices of totals.values())
    for (const [code, votes] of choices) sums.set(code, (sums.get(code) ?? 0) + votes);
  return sums;
};
