import { candidates2020, candidates2024 } from './facts/candidates.ts';
import type { ConstituencyFact } from './facts/constituencies.ts';
import { getParty } from './facts/parties.ts';
import type { ConstituencySpan } from './generate-register.ts';
import type { DemoChoice, DemoContest } from './nation.ts';
import { createRandom } from './random.ts';

/** Order of the parties on a parliamentary paper: that of their candidates for president, independents last. */
const paperOrder = ['NPP', 'GCPP', 'GUM', 'LPG', 'NDP', 'CPP', 'NDC', 'APC', 'IND'];
/** Who may stand beside the two large parties and the winner; simulated, the source names winners only. */
const otherParties = ['GUM', 'LPG', 'CPP', 'CPP', 'APC', 'IND'];

export const listPresidentialContest = (year: 2020 | 2024): DemoContest => ({
  race: 'presidential',
  area: 'GH',
  // Nana Akufo-Addo of the NPP was president from the election of 2016 to that of 2024.
  heldBy: 'NPP',
  choices: (year === 2024 ? candidates2024 : candidates2020).map(({ code, name, party, color }, i) => ({
    code,
    name,
    party,
    ballotOrder: i + 1,
    color: color ?? getParty(party ?? 'IND').color,
  })),
});

/** The 276 contests for parliament: the winner by name, the others by party only. */
export const listParliamentaryContests = (spans: readonly ConstituencySpan[], seed: number): DemoContest[] =>
  spans.map(({ code, fact }) => {
    const random = createRandom(seed, `contest ${code}`);
    const standing = new Set(['NPP', 'NDC', fact.mpParty2024]);
    for (let tries = random.integer(3); tries > 0; tries -= 1)
      standing.add(otherParties[random.integer(otherParties.length)]!);
    const codes = paperOrder.filter((party) => standing.has(party));
    const contest: DemoContest = {
      race: 'parliamentary',
      area: code,
      choices: codes.map((party, i) => nameChoice(party, i + 1, fact)),
      simulated: true,
    };
    if (fact.mpParty2020 !== null) contest.heldBy = fact.mpParty2020;
    const notes = noteGaps(fact);
    if (notes !== '') contest.notes = notes;
    return contest;
  });

const nameChoice = (party: string, ballotOrder: number, fact: ConstituencyFact): DemoChoice => {
  const { name, color } = getParty(party);
  const elected = party === fact.mpParty2024 ? fact.mp2024 : null;
  return { code: party, name: elected ?? name, party: party === 'IND' ? null : party, ballotOrder, color };
};

const noteGaps = ({ assumed }: ConstituencyFact): string => {
  const notes: string[] = [];
  if (assumed.includes('mp2024'))
    notes.push('No winner was declared at the date of the source: the winning party is assumed.');
  if (assumed.includes('mp2020'))
    notes.push('The party that held the seat follows from the declared number of seats.');
  if (assumed.includes('code')) notes.push('New in 2024; its code and its register are assumed.');
  return notes.join(' ');
};
