// Lays out a count as a flow: a column for each round, a block for each choice, ribbons for votes that stay or move.
// Columns follow each other in reading direction: x is measured from where a line begins.
import type { CountReport, CountRound } from '@comitium/tally/methods';
import { approximate } from './approximate.ts';

export interface FlowBlock {
  /** Place of the choice; null: votes that are nobody's. */
  readonly choice: number | null;
  readonly round: number;
  readonly votes: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly elected: boolean;
}

export interface FlowRibbon {
  readonly from: number | null;
  readonly to: number | null;
  /** The round in which it begins. */
  readonly round: number;
  readonly votes: number;
  /** An SVG path. */
  readonly path: string;
}

export interface Flow {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly FlowBlock[];
  readonly ribbons: readonly FlowRibbon[];
}

export const blockWidth = 14;
const gap = 10;

/** How large it is drawn, in px. */
export interface FlowSize {
  /** From a column to the next; the names of a column stand in it. */
  readonly step: number;
  /** The height of all votes together, without the gaps. */
  readonly drawn: number;
  /** The size of its letters. */
  readonly letters: number;
}

/** Fills the width there is, as long as names can be read; what is wider scrolls. */
export const flowSize = (width: number, columns: number): FlowSize => ({
  step: Math.max(148, Math.floor(width / Math.max(1, columns))),
  drawn: Math.min(560, Math.max(280, width * 0.36)),
  letters: width < 1100 ? 12 : 15,
});

/** Votes flow from round to round only where each ballot is at one place at a time, and there is more than one round. */
export const flows = ({ measure, rounds }: CountReport): boolean => measure === 'votes' && rounds.length > 1;

/** Lays out these rounds of a report, which follow each other; the order of choices is that of the whole. */
export const layFlow = (
  report: CountReport,
  size: FlowSize,
  rounds: readonly CountRound[] = report.rounds,
): Flow => {
  const { step, drawn, letters } = size;
  const order = orderOf(report);
  const total = Math.max(1, approximate(report.ballots.cast));
  const scale = drawn / total;
  const columns = rounds.map((round, at) => layColumn(round, { order, scale, letters, x: at * step }));
  const ribbons = rounds.slice(0, -1).flatMap((round, at) => {
    const next = rounds[at + 1];
    // Another contest begins anew: nothing flows into it.
    if (next === undefined || next.contest !== round.contest) return [];
    return layRibbons(round, next, { from: columns[at]!, to: columns[at + 1]!, scale });
  });
  const blocks = columns.flat();
  return {
    width: rounds.length * step,
    height: Math.max(0, ...blocks.map(({ y, height }) => y + Math.max(height, letters))) + gap,
    blocks,
    ribbons,
  };
};

/** The same order in every column: by the last round in which each has votes, the strongest first. */
const orderOf = ({ rounds, choices }: CountReport): number[] => {
  const lastOf = choices.map((_, choice) => rounds.findLastIndex(({ votes }) => isAbove(votes[choice])));
  const votesIn = (choice: number): number => approximate(rounds[lastOf[choice]!]?.votes[choice] ?? '0');
  return choices
    .map((_, choice) => choice)
    .sort((a, b) => lastOf[b]! - lastOf[a]! || votesIn(b) - votesIn(a) || a - b);
};

const isAbove = (votes: string | null | undefined): boolean =>
  votes !== null && votes !== undefined && approximate(votes) > 0;

interface ColumnPlan {
  readonly order: readonly number[];
  readonly scale: number;
  readonly letters: number;
  readonly x: number;
}

const layColumn = (round: CountRound, { order, scale, letters, x }: ColumnPlan): FlowBlock[] => {
  const blocks: FlowBlock[] = [];
  // The name of the round stands above.
  let y = letters * 2;
  const place = (choice: number | null, votes: number): void => {
    const height = Math.max(1, votes * scale);
    const elected = choice !== null && round.standing[choice] === 'elected';
    blocks.push({ choice, round: round.number, votes, x, y, height, elected });
    y += Math.max(height, letters + 4) + gap;
  };
  for (const choice of order)
    if (isAbove(round.votes[choice])) place(choice, approximate(round.votes[choice]!));
  const left = leftoverOf(round);
  // What rounding alone takes away is in the table; here it would be a line of nothing.
  if (left >= 0.5) place(null, left);
  return blocks;
};

const leftoverOf = ({ leftovers }: CountRound): number =>
  leftovers.reduce((sum, { votes }) => sum + approximate(votes), 0);

interface RibbonPlan {
  readonly from: readonly FlowBlock[];
  readonly to: readonly FlowBlock[];
  readonly scale: number;
}

/** What moves is told by the round; what is left of a block stays where it is. */
const layRibbons = (round: CountRound, next: CountRound, { from, to, scale }: RibbonPlan): FlowRibbon[] => {
  const moves = round.transfers.map((one) => ({
    from: one.from,
    to: typeof one.to === 'number' ? one.to : null,
    votes: approximate(one.votes),
  }));
  const stays = from.map(({ choice, votes }) => {
    const gone = moves.filter((move) => move.from === choice).reduce((sum, move) => sum + move.votes, 0);
    return { from: choice, to: choice, votes: votes - gone };
  });
  const leaving = new Map<number | null, number>();
  const arriving = new Map<number | null, number>();
  // In the order of the blocks, so that ribbons cross as little as they can.
  const place = (blocks: readonly FlowBlock[], choice: number | null): number =>
    blocks.findIndex((block) => block.choice === choice);
  return [...stays, ...moves]
    .filter((one) => one.votes > 0 && place(from, one.from) >= 0 && place(to, one.to) >= 0)
    .sort((a, b) => place(from, a.from) - place(from, b.from) || place(to, a.to) - place(to, b.to))
    .map((one) => {
      const [start, end] = [from[place(from, one.from)]!, to[place(to, one.to)]!];
      const thick = Math.max(0.75, one.votes * scale);
      const y0 = start.y + (leaving.get(one.from) ?? 0);
      const y1 = end.y + (arriving.get(one.to) ?? 0);
      leaving.set(one.from, y0 - start.y + one.votes * scale);
      arriving.set(one.to, y1 - end.y + one.votes * scale);
      const path = ribbon({ x0: start.x + blockWidth, x1: end.x, y0, y1, thick });
      return { ...one, round: next.number - 1, path };
    });
};

interface Ends {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly thick: number;
}

const ribbon = ({ x0, x1, y0, y1, thick }: Ends): string => {
  const middle = (x0 + x1) / 2;
  const at = (value: number): string => value.toFixed(1);
  return [
    `M${at(x0)} ${at(y0)}C${at(middle)} ${at(y0)} ${at(middle)} ${at(y1)} ${at(x1)} ${at(y1)}`,
    `V${at(y1 + thick)}C${at(middle)} ${at(y1 + thick)} ${at(middle)} ${at(y0 + thick)} ${at(x0)} ${at(y0 + thick)}Z`,
  ].join('');
};
