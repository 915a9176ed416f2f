import { err, ok, type Result } from '@comitium/basics';
import { type Ballots, totalWeight } from '../../ballots/ballots.ts';
import { ranksOf } from '../../ballots/ranks.ts';
import type { BallotFile, Pieces, WriteProblem } from '../ballot-file.ts';

/** What a report says beside its records; the package has no clock. */
export interface CvrFacts {
  readonly electionId: string;
  readonly contestId: string;
  /** ISO date and time with zone. */
  readonly generatedDate: string;
  /** Who made the report. */
  readonly deviceId: string;
  /** The area voting, as name. */
  readonly area: string;
}

/** NIST SP 1500-103 in pieces, a record a ballot. Refused: scores, overvotes of unknown choices, decimal weights, withdrawn choices. */
export const writeCvr = (file: BallotFile, facts: CvrFacts): Result<Pieces, WriteProblem[]> => {
  const { ballots } = file;
  const problems: WriteProblem[] = [];
  const refuse = (message: string): number => problems.push({ code: 'not_expressible', message });
  if (ballots.form === 'score') refuse('Cast vote records hold rankings and marks, not scores.');
  if (ballots.traits.overvotes) refuse('A record names the choices of an overvote; here they are unknown.');
  if (ballots.weightScale !== 1) refuse('Every record is one ballot; weights must be whole numbers.');
  if (ballots.choices.some(({ withdrawn }) => withdrawn))
    refuse('Cast vote records have no withdrawn candidates.');
  if (!Number.isSafeInteger(totalWeight(ballots))) refuse('There are too many ballots.');
  return problems.length > 0 ? err(problems) : ok(pieces(file, facts));
};

function* pieces(file: BallotFile, facts: CvrFacts): Generator<string> {
  const { ballots } = file;
  const head = JSON.stringify({
    '@type': 'CVR.CastVoteRecordReport',
    Version: '1.0.0',
    GeneratedDate: facts.generatedDate,
    ReportGeneratingDeviceIds: [facts.deviceId],
    ReportingDevice: [{ '@type': 'CVR.ReportingDevice', '@id': facts.deviceId }],
    GpUnit: [{ '@type': 'CVR.GpUnit', '@id': 'area', Name: facts.area, Type: 'other', OtherType: 'area' }],
    Party: partiesOf(ballots).map((name, i) => ({
      '@type': 'CVR.Party',
      '@id': `party-${i + 1}`,
      Name: name,
    })),
    Election: [electionOf(file, facts)],
  });
  yield `${head.slice(0, -1)},"CVR":[`;
  let separator = '\n';
  let number = 0;
  for (let group = 0; group < ballots.groups; group++) {
    const selections = selectionsOf(ballots, group);
    for (let n = 0; n < ballots.weights[group]!; n++) {
      number++;
      yield `${separator}${JSON.stringify(recordOf(selections, `ballot-${number}`, facts))}`;
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

const partiesOf = ({ choices }: Ballots): string[] => [
  ...new Set(choices.flatMap(({ party }) => (party === null ? [] : [party]))),
];

const electionOf = ({ ballots, title, seats }: BallotFile, facts: CvrFacts) => {
  const parties = partiesOf(ballots);
  const candidates = ballots.choices.flatMap(({ id, name, party, writeIn }) => {
    if (writeIn === 'undeclared') return [];
    const partyId = party === null ? {} : { PartyId: `party-${parties.indexOf(party) + 1}` };
    return [{ '@type': 'CVR.Candidate', '@id': `candidate-${id}`, Name: name, ...partyId }];
  });
  const selections = ballots.choices.map(({ id, writeIn }) => ({
    '@type': 'CVR.CandidateSelection',
    '@id': id,
    ...(writeIn === 'undeclared' ? {} : { CandidateIds: [`candidate-${id}`] }),
    ...(writeIn === 'no' ? {} : { IsWriteIn: true }),
  }));
  const contest = {
    '@type': 'CVR.CandidateContest',
    '@id': facts.contestId,
    ...(title === null ? {} : { Name: title }),
    ...(seats === null ? {} : { NumberElected: seats }),
    ContestSelection: selections,
  };
  return {
    '@type': 'CVR.Election',
    '@id': facts.electionId,
    ElectionScopeId: 'area',
    Candidate: candidates,
    Contest: [contest],
  };
};

const selectionsOf = (ballots: Ballots, group: number): object[] => {
  const positions = new Map<number, object[]>();
  for (const [i, rank] of ranksOf(ballots, group).entries())
    for (const choice of rank === 'overvote' ? [] : rank) {
      const ranked = ballots.form === 'rank' ? { Rank: i + 1 } : {};
      const position = {
        '@type': 'CVR.SelectionPosition',
        HasIndication: 'yes',
        IsAllocable: 'yes',
        NumberVotes: 1,
        ...ranked,
      };
      positions.set(choice, [...(positions.get(choice) ?? []), position]);
    }
  return [...positions].map(([choice, marked]) => ({
    '@type': 'CVR.CVRContestSelection',
    ContestSelectionId: ballots.choices[choice]!.id,
    SelectionPosition: marked,
  }));
};

/** Ids of snapshots are unique in the whole report. */
const recordOf = (selections: readonly object[], id: string, { electionId, contestId }: CvrFacts) => ({
  '@type': 'CVR.CVR',
  ElectionId: electionId,
  CurrentSnapshotId: id,
  CVRSnapshot: [
    {
      '@type': 'CVR.CVRSnapshot',
      '@id': id,
      Type: 'original',
      CVRContest: [{ '@type': 'CVR.CVRContest', ContestId: contestId, CVRContestSelection: selections }],
    },
  ],
});
