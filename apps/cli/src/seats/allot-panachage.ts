import { err, ok, type Result } from '@comitium/basics';
import type { SeatsReportBody } from '@comitium/contract';
import { electFromList, type SeatMethodName } from '@comitium/tally/seats';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import { allotSeats, type SeatRules } from './allot-seats.ts';
import type { CandidatesFile, ListOfCandidates } from './read-candidates-file.ts';

export const panachageMethod = {
  name: 'panachage',
  title: 'Panachage (seats of lists to the candidates with most personal votes)',
} as const;

export interface PanachageRules extends SeatRules {
  /** How seats go to lists. */
  readonly by: SeatMethodName;
  /** Per district and list the candidates in the order in which they were drawn. */
  readonly drawn: readonly { readonly district: number; readonly list: number; readonly candidate: number }[];
}

/** Seats of lists by a method, and within each list to candidates. */
export const allotPanachage = (
  file: CandidatesFile,
  rules: PanachageRules,
): Result<SeatsReportBody, CommandProblem[]> => {
  const report = allotSeats(file.votes, rules.by, rules);
  if (!report.ok) return report;
  const elected = report.value.districts.flatMap(({ district, lists, ties }, at) =>
    file.candidates[at]!.flatMap((list, place) => {
      const { seats, list: name, votes } = lists[place]!;
      const maybe = ties.some((tie) => tie.lists.includes(name));
      if (list === null || (seats === 0 && !maybe)) return [];
      const lot = rules.drawn.flatMap((one) =>
        one.district === at && one.list === place ? [one.candidate] : [],
      );
      return [{ district, list: name, ...electedOf(list, { votes, seats, lot }) }];
    }),
  );
  const open = elected.some(({ tie }) => tie !== null);
  return ok({
    ...report.value,
    method: {
      name: panachageMethod.name,
      title: `Panachage, seats of lists by ${report.value.method.title}`,
    },
    state: open ? 'lot-needed' : report.value.state,
    elected,
  });
};

const electedOf = (
  { names, votes: personal, additional }: ListOfCandidates,
  { votes, seats, lot }: { readonly votes: number; readonly seats: number; readonly lot: readonly number[] },
): Pick<NonNullable<SeatsReportBody['elected']>[number], 'elected' | 'next' | 'tie'> => {
  const named = (places: readonly number[]): string[] => places.map((place) => names[place]!);
  const result = electFromList({ candidates: personal, additional, lot }, { votes, seats });
  const tie = result.tie && {
    candidates: named(result.tie.candidates),
    seatsAtStake: result.tie.seatsAtStake,
  };
  return { elected: named(result.elected), next: named(result.next), tie };
};

/** A lot as drawn: names of lists, or `list/candidate`, with the district before it where the file has districts. */
export const readPanachageLot = (
  text: string,
  { votes: { lists, districts }, candidates }: CandidatesFile,
): Result<Pick<PanachageRules, 'lot' | 'drawn'>, CommandProblem> => {
  const lot: number[] = [];
  const drawn: PanachageRules['drawn'][number][] = [];
  const people = new Map(
    candidates.flatMap((row, district) =>
      row.flatMap((list, place) =>
        (list?.names ?? []).map((name, candidate) => {
          const parts = [districts[district]!.name, lists[place]!, name].filter((part) => part !== null);
          return [parts.join('/'), { district, list: place, candidate }] as const;
        }),
      ),
    ),
  );
  for (const name of text.split(',').map((part) => part.trim())) {
    const person = people.get(name);
    if (lists.includes(name)) lot.push(lists.indexOf(name));
    else if (person !== undefined) drawn.push(person);
    else return err(ofArgument('lot_invalid', `The lot names ${name}, which is not in the file.`));
  }
  return ok({ lot: lot.length > 0 ? lot : null, drawn });
};
