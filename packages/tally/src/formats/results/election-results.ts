import type { WriteProblem } from '../ballot-file.ts';

/** Results as they leave: figures by area and choice, nothing computed from them. */
export interface ElectionResults {
  readonly electionId: string;
  readonly electionName: string;
  /** ISO dates. */
  readonly startDate: string;
  readonly endDate: string;
  readonly kind: 'general' | 'primary' | 'runoff' | 'special' | 'other';
  readonly status: 'certified' | 'correction' | 'recount' | 'unofficial-complete' | 'unofficial-partial';
  /** ISO date and time with zone: when this was written. The package has no clock. */
  readonly generatedAt: string;
  readonly issuer: { readonly name: string; readonly abbreviation: string };
  /** What wrote it. */
  readonly application: string;
  /** BCP 47 tag of the names. */
  readonly language: string;
  /** The area of the whole election first, then all whose figures follow. */
  readonly areas: readonly ResultArea[];
  readonly contests: readonly ResultContest[];
}

export interface ResultArea {
  readonly id: string;
  readonly name: string;
  /** A ReportingUnitType of NIST SP 1500-100. */
  readonly type:
    | 'country'
    | 'state'
    | 'county'
    | 'municipality'
    | 'city'
    | 'precinct'
    | 'polling-place'
    | 'other';
  readonly registered: number | null;
}

export interface ResultContest {
  readonly id: string;
  readonly name: string;
  readonly seats: number;
  /** How many choices a voter may mark. */
  readonly votesAllowed: number;
  readonly variation:
    | 'plurality'
    | 'majority'
    | 'rcv'
    | 'approval'
    | 'range'
    | 'borda'
    | 'proportional'
    | 'other';
  /** The area in which the contest is held. */
  readonly areaId: string;
  readonly choices: readonly ResultChoice[];
  /** That of the contest's own area, then of any below. */
  readonly counts: readonly AreaCount[];
}

export interface ResultChoice {
  readonly id: string;
  readonly name: string;
  readonly party: string | null;
  readonly elected: boolean;
}

export interface AreaCount {
  readonly areaId: string;
  /** Votes in the order of the choices. */
  readonly votes: readonly number[];
  readonly cast: number;
  /** Ballots that are no vote, by reason. */
  readonly rejected: readonly { readonly reason: string; readonly ballots: number }[];
}

/** Everything that cannot be written as it is. */
export const checkResults = ({ areas, contests, electionName }: ElectionResults): WriteProblem[] => {
  const messages: string[] = [];
  const known = new Set(areas.map(({ id }) => id));
  const ids = [...areas, ...contests, ...contests.flatMap(({ choices }) => choices)].map(({ id }) => id);
  const seen = new Set<string>();
  const twice = ids.filter((id) => seen.size === seen.add(id).size);
  if (electionName === '') messages.push('The election has no name.');
  if (areas.length === 0) messages.push('There is no area.');
  for (const id of new Set(twice)) messages.push(`Two things have the id ${id}.`);
  for (const id of new Set(ids))
    if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id))
      messages.push(`${JSON.stringify(id)} is no id: a letter, then letters, digits, - . _`);
  for (const contest of contests) messages.push(...checkContest(contest, known));
  return messages.map((message) => ({ code: 'not_expressible', message }));
};

const checkContest = (
  { id, areaId, choices, counts }: ResultContest,
  known: ReadonlySet<string>,
): string[] => {
  const messages: string[] = [];
  if (counts[0]?.areaId !== areaId) messages.push(`The first count of ${id} is not that of its own area.`);
  for (const choice of choices) if (choice.name === '') messages.push(`${choice.id} has no name.`);
  for (const count of counts) {
    const where = `${id} in ${count.areaId}`;
    if (!known.has(count.areaId)) messages.push(`${where}: there is no such area.`);
    if (count.votes.length !== choices.length)
      messages.push(`${where}: ${count.votes.length} figures for ${choices.length} choices.`);
    for (const figure of [...count.votes, count.cast, ...count.rejected.map(({ ballots }) => ballots)])
      if (!Number.isSafeInteger(figure) || figure < 0) messages.push(`${where}: ${figure} is no count.`);
  }
  return messages;
};
