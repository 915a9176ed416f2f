import type { NewChoice } from '../../ballots/build-ballots.ts';
import { flagOf, itemsOf, type JsonNode, memberOf, textOf } from './json-node.ts';

/** The contest of that id among all elections of a report. */
export const findContest = (report: JsonNode, id: string): JsonNode | undefined =>
  itemsOf(report, 'Election')
    .flatMap((election) => itemsOf(election, 'Contest'))
    .find((contest) => textOf(contest, '@id') === id);

/** The choices of a contest in its order, named by their candidates or parties. */
export const choicesOfContest = (
  report: JsonNode,
  contest: JsonNode,
): (NewChoice & { readonly id: string })[] => {
  const candidates = byId(itemsOf(report, 'Election').flatMap((election) => itemsOf(election, 'Candidate')));
  const parties = byId(itemsOf(report, 'Party'));
  return itemsOf(contest, 'ContestSelection').map((selection) => {
    const id = textOf(selection, '@id') ?? '';
    const standing = textsOf(selection, 'CandidateIds').map((candidate) => candidates.get(candidate));
    const listed = textsOf(selection, 'PartyIds').map((party) => parties.get(party));
    const names = [...standing, ...listed]
      .map((node) => textOf(node, 'Name') ?? '')
      .filter((name) => name !== '');
    const party = parties.get(textOf(standing[0], 'PartyId') ?? '');
    const writeIn =
      flagOf(selection, 'IsWriteIn') === true ? (standing.length > 0 ? 'declared' : 'undeclared') : 'no';
    const name = names.join(' / ') || textOf(selection, 'Selection') || id;
    return { id, name, party: textOf(party, 'Name') ?? null, writeIn };
  });
};

const byId = (nodes: readonly JsonNode[]): Map<string, JsonNode> =>
  new Map(nodes.map((node) => [textOf(node, '@id') ?? '', node]));

const textsOf = (node: JsonNode, key: string): string[] => {
  const member = memberOf(node, key);
  if (member?.kind !== 'array') return [];
  return member.items.flatMap((item) =>
    item.kind === 'value' && typeof item.value === 'string' ? [item.value] : [],
  );
};
