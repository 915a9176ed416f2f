import { err, ok, type Result } from '@comitium/basics';
import type { Pieces, WriteProblem } from '../ballot-file.ts';
import {
  type AreaCount,
  checkResults,
  type ElectionResults,
  type ResultContest,
} from './election-results.ts';

/** OASIS EML 5.0, message 510 (count), in pieces. */
export const writeEml510 = (results: ElectionResults): Result<Pieces, WriteProblem[]> => {
  const problems = checkResults(results);
  return problems.length > 0 ? err(problems) : ok(pieces(results));
};

function* pieces(results: ElectionResults): Generator<string> {
  const { electionId, electionName, contests } = results;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<EML xmlns="urn:oasis:names:tc:evs:schema:eml" Id="510" SchemaVersion="5.0">\n';
  yield `<TransactionId>${xmlText(`${electionId}-${results.generatedAt}`)}</TransactionId>\n`;
  yield `<IssueDate>${xmlText(results.generatedAt)}</IssueDate>\n`;
  yield `<Count>\n<EventIdentifier Id="${xmlText(electionId)}"/>\n<Election>\n`;
  yield `<ElectionIdentifier Id="${xmlText(electionId)}"><ElectionName>${xmlText(electionName)}</ElectionName></ElectionIdentifier>\n`;
  yield '<Contests>\n';
  for (const contest of contests) yield* contestPieces(results, contest);
  yield '</Contests>\n</Election>\n</Count>\n</EML>\n';
}

function* contestPieces({ areas }: ElectionResults, contest: ResultContest): Generator<string> {
  const names = new Map(areas.map(({ id, name }) => [id, name]));
  const [whole, ...parts] = contest.counts;
  yield `<Contest>\n<ContestIdentifier Id="${xmlText(contest.id)}"><ContestName>${xmlText(contest.name)}</ContestName></ContestIdentifier>\n`;
  if (whole !== undefined) yield `<TotalVotes>\n${countText(contest, whole)}</TotalVotes>\n`;
  for (const part of parts) {
    yield `<ReportingUnitVotes>\n<ReportingUnitIdentifier Id="${xmlText(part.areaId)}">${xmlText(names.get(part.areaId) ?? '')}</ReportingUnitIdentifier>\n`;
    yield `${countText(contest, part)}</ReportingUnitVotes>\n`;
  }
  yield '</Contest>\n';
}

const countText = ({ choices }: ResultContest, { votes, cast, rejected }: AreaCount): string => {
  const selections = choices.map(({ id, name, party }, i) => {
    const affiliation =
      party === null
        ? ''
        : `<Affiliation><AffiliationIdentifier><RegisteredName>${xmlText(party)}</RegisteredName></AffiliationIdentifier></Affiliation>`;
    const candidate = `<Candidate><CandidateIdentifier Id="${xmlText(id)}"><CandidateName>${xmlText(name)}</CandidateName></CandidateIdentifier>${affiliation}</Candidate>`;
    return `<Selection>${candidate}<ValidVotes>${votes[i]}</ValidVotes></Selection>\n`;
  });
  const counted = votes.reduce((sum, figure) => sum + figure, 0);
  const reasons = rejected.map(
    ({ reason, ballots }) => `<RejectedVotes ReasonCode="${xmlText(reason)}">${ballots}</RejectedVotes>\n`,
  );
  return `${selections.join('')}<Cast>${cast}</Cast>\n<TotalCounted>${counted}</TotalCounted>\n${reasons.join('')}`;
};

/** For text and attributes; characters that XML 1.0 cannot hold become the replacement character. */
const xmlText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(unfit, '\uFFFD');

const unfit = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
