import { err, ok, type Result } from '@comitium/basics';
import type { WriteProblem } from '../ballot-file.ts';
import { checkResults, type ElectionResults, type ResultContest } from './election-results.ts';

/** NIST SP 1500-100 version 2 as JSON text. */
export const writeNistResults = (results: ElectionResults): Result<string, WriteProblem[]> => {
  const problems = checkResults(results);
  if (problems.length > 0) return err(problems);
  const parties = partiesOf(results);
  return ok(
    `${JSON.stringify({
      '@type': 'ElectionResults.ElectionReport',
      Format: results.contests.some(({ counts }) => counts.length > 1) ? 'precinct-level' : 'summary-contest',
      GeneratedDate: wholeSeconds(results.generatedAt),
      Issuer: results.issuer.name,
      IssuerAbbreviation: results.issuer.abbreviation,
      SequenceStart: 1,
      SequenceEnd: 1,
      Status: results.status,
      VendorApplicationId: results.application,
      Party: parties.map((name, i) => ({
        '@type': 'ElectionResults.Party',
        '@id': partyId(i),
        Name: textIn(name, results.language),
      })),
      GpUnit: results.areas.map(({ id, name, type, registered }) => ({
        '@type': 'ElectionResults.ReportingUnit',
        '@id': id,
        Name: textIn(name, results.language),
        Type: type,
        ...(type === 'other' ? { OtherType: 'area' } : {}),
        ...(registered === null ? {} : { VotersRegistered: registered }),
      })),
      Election: [electionOf(results, parties)],
    })}\n`,
  );
};

/** The schema's DateTimeWithZone has no parts of a second. */
const wholeSeconds = (time: string): string => time.replace(/(:\d\d)\.\d+/, '$1');

const partiesOf = ({ contests }: ElectionResults): string[] => [
  ...new Set(
    contests.flatMap(({ choices }) => choices.flatMap(({ party }) => (party === null ? [] : [party]))),
  ),
];

/** Cannot be the id of anything given, since that begins with a letter or an underscore and has no colon. */
const partyId = (number: number): string => `party:${number + 1}`;
const candidateId = (choice: string): string => `candidate:${choice}`;

const textIn = (content: string, language: string) => ({
  '@type': 'ElectionResults.InternationalizedText',
  Text: [{ '@type': 'ElectionResults.LanguageString', Content: content, Language: language }],
});

const electionOf = (results: ElectionResults, parties: readonly string[]) => ({
  '@type': 'ElectionResults.Election',
  ElectionScopeId: results.areas[0]?.id,
  Name: textIn(results.electionName, results.language),
  StartDate: results.startDate,
  EndDate: results.endDate,
  Type: results.kind,
  ...(results.kind === 'other' ? { OtherType: 'other' } : {}),
  ExternalIdentifier: [
    {
      '@type': 'ElectionResults.ExternalIdentifier',
      Type: 'other',
      OtherType: 'election',
      Value: results.electionId,
    },
  ],
  // Ballots are counted by election and area here, so that only an only contest can say how many there were.
  BallotCounts: (results.contests.length === 1 ? results.contests : []).flatMap(({ counts }) =>
    counts.map(({ areaId, cast, rejected }) => ({
      '@type': 'ElectionResults.BallotCounts',
      GpUnitId: areaId,
      Type: 'total',
      BallotsCast: cast,
      BallotsRejected: rejected.reduce((sum, { ballots }) => sum + ballots, 0),
    })),
  ),
  Candidate: results.contests.flatMap(({ choices }) =>
    choices.map(({ id, name, party, elected }) => ({
      '@type': 'ElectionResults.Candidate',
      '@id': candidateId(id),
      BallotName: textIn(name, results.language),
      ...(party === null ? {} : { PartyId: partyId(parties.indexOf(party)) }),
      ...(elected ? { PostElectionStatus: 'winner' } : {}),
    })),
  ),
  Contest: results.contests.map(contestOf),
});

const contestOf = ({ id, name, seats, votesAllowed, variation, areaId, choices, counts }: ResultContest) => ({
  '@type': 'ElectionResults.CandidateContest',
  '@id': id,
  Name: name,
  ElectionDistrictId: areaId,
  NumberElected: seats,
  VotesAllowed: votesAllowed,
  VoteVariation: variation,
  ...(variation === 'other' ? { OtherVoteVariation: 'other' } : {}),
  ContestSelection: choices.map((choice, i) => ({
    '@type': 'ElectionResults.CandidateSelection',
    '@id': choice.id,
    CandidateIds: [candidateId(choice.id)],
    SequenceOrder: i + 1,
    VoteCounts: counts.map(({ areaId: area, votes }) => ({
      '@type': 'ElectionResults.VoteCounts',
      GpUnitId: area,
      Type: 'total',
      Count: votes[i],
    })),
  })),
});
