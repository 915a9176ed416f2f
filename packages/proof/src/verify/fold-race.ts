// Adds up a race from its sheets, and compares with what is published.
import type { LoggedFigures } from '../leaves/committed-text.ts';
import { finding, type VerifyFinding } from './finding.ts';
import type { FoldContest, FoldPlan } from './read-plan.ts';

export interface FoldedArea {
  stations: number;
  cast: number;
  rejected: number;
  /** By the code of the choice, of the column above the districts. */
  readonly votes: Map<string, number>;
}

export type FoldedRace = Map<string, FoldedArea>;

export interface CountedSheet {
  readonly station: string;
  readonly contest: FoldContest;
  readonly figures: LoggedFigures;
}

const areaOf = (folded: FoldedRace, code: string): FoldedArea => {
  const known = folded.get(code);
  if (known !== undefined) return known;
  const made: FoldedArea = { stations: 0, cast: 0, rejected: 0, votes: new Map() };
  folded.set(code, made);
  return made;
};

/** Adds a sheet to its station and everything above; above its district, choices become columns. */
export const foldSheet = (folded: FoldedRace, plan: FoldPlan, sheet: CountedSheet): void => {
  const { contest, figures } = sheet;
  let lines = contest.choices;
  for (let code: string | null = sheet.station; code !== null; code = plan.parentOf.get(code) ?? null) {
    const area = areaOf(folded, code);
    area.stations += 1;
    area.cast += figures.cast;
    area.rejected += figures.rejected;
    for (const [at, count] of figures.votes.entries()) {
      const line = lines[at] ?? '';
      area.votes.set(line, (area.votes.get(line) ?? 0) + count);
    }
    if (code === contest.area) lines = contest.columns;
  }
};

/** Published totals of an area. */
export interface PublishedArea {
  readonly area: string;
  readonly stations: number;
  readonly cast: number;
  readonly rejected: number;
  readonly votes: Readonly<Record<string, number>>;
}

const nothing: FoldedArea = { stations: 0, cast: 0, rejected: 0, votes: new Map() };

export const compareArea = (
  folded: FoldedRace,
  shown: PublishedArea,
  { race, where }: { race: string; where: string },
): VerifyFinding[] => {
  const counted = folded.get(shown.area) ?? nothing;
  const lines = new Set([...Object.keys(shown.votes), ...counted.votes.keys()]);
  const pairs: [string, number, number][] = [
    ['stations', shown.stations, counted.stations],
    ['cast', shown.cast, counted.cast],
    ['rejected', shown.rejected, counted.rejected],
    ...[...lines].map((line): [string, number, number] => [
      line,
      shown.votes[line] ?? 0,
      counted.votes.get(line) ?? 0,
    ]),
  ];
  return pairs
    .filter(([, inPage, inLog]) => inPage !== inLog)
    .map(([figure, inPage, inLog]) =>
      finding('total_differs', { race, area: shown.area, figure, shown: inPage, counted: inLog, where }),
    );
};
