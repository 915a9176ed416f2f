import type { BatchLine } from '@comitium/contract';
import { type presidentChoices, votersPerStation, withAncestors } from './nation-shape.ts';

export type PresidentVotes = Readonly<Record<(typeof presidentChoices)[number], number>>;

/** Figures that differ from station to station, add up, and raise no hold. */
const figuresOf = (at: number): { votes: PresidentVotes; rejected: number } => ({
  votes: { ama: 100 + ((at * 7) % 97), kofi: 95 + ((at * 11) % 101), esi: 20 + (at % 13) },
  rejected: at % 4,
});

/** A sheet whose sums agree. */
export const presidentSheet = (station: string, votes: PresidentVotes, rejected = 0) => ({
  station,
  contest: 'president',
  votes: { ...votes },
  rejected,
  cast: votes.ama + votes.kofi + votes.esi + rejected,
  registered: votersPerStation,
});

/** One clean sheet of the presidential race for each station; its key is made of the station, so it is the same again. */
export function* presidentSheets(stations: readonly string[]): Generator<BatchLine> {
  for (const [at, station] of stations.entries()) {
    const { votes, rejected } = figuresOf(at);
    yield { key: `president:${station}`, ...presidentSheet(station, votes, rejected) };
  }
}

export interface AreaTotals {
  stationsReported: number;
  cast: number;
  rejected: number;
  votes: Record<string, number>;
}

/** What every area must show when these sheets have been counted, by area code. */
export const totalsOf = (sheets: Iterable<BatchLine>): Map<string, AreaTotals> => {
  const totals = new Map<string, AreaTotals>();
  for (const sheet of sheets) {
    for (const code of withAncestors(sheet.station)) {
      const area = totals.get(code) ?? { stationsReported: 0, cast: 0, rejected: 0, votes: {} };
      area.stationsReported += 1;
      area.cast += Number(sheet.cast);
      area.rejected += Number(sheet.rejected);
      for (const [choice, votes] of Object.entries(sheet.votes)) {
        area.votes[choice] = (area.votes[choice] ?? 0) + Number(votes);
      }
      totals.set(code, area);
    }
  }
  return totals;
};
