import { err, ok, type Result } from '@comitium/basics';
import { type CounterGenerator, counterGenerator } from '../random/counter-generator.ts';
import { type RankingContext, rankTied } from './rank-tied.ts';
import type { OpenTie, TieDecision, TieQuestion, TieRules, TieStep } from './tie-rules.ts';

/** Breaks the ties of one count and keeps the record of them. */
export interface TieBreaker {
  /** Who is taken, best first; or the tie that a person must settle by lot. Either way it is recorded. */
  readonly choose: (question: TieQuestion) => Result<readonly number[], OpenTie>;
  /** Every question so far, in the order of asking. */
  readonly decisions: readonly TieDecision[];
}

export interface TieBreaking {
  readonly rules: TieRules;
  /** Per choice what seeds call it: `Choice.id`. */
  readonly ids: readonly string[];
}

/** A breaker serves one count: its random sequence runs on from tie to tie. Throws RangeError on a question that is no tie. */
export const createTieBreaker = ({ rules, ids }: TieBreaking): TieBreaker => {
  const decisions: TieDecision[] = [];
  const generators = new Map<string, CounterGenerator>();
  const generatorOf = (seed: string): CounterGenerator => {
    const generator = generators.get(seed) ?? counterGenerator(seed);
    generators.set(seed, generator);
    return generator;
  };
  return {
    decisions,
    choose(question) {
      const { round, purpose, places, want } = question;
      const choices = [...new Set(question.choices)].sort((a, b) => a - b);
      if (!Number.isInteger(places) || places < 1 || places >= choices.length)
        throw new RangeError(`${places} of ${choices.length} tied choices`);
      const idOf = (choice: number): string => ids[choice] ?? String(choice + 1);
      const { chosen, tied, steps } = narrow(rules, choices, { question, idOf, generatorOf });
      const asked = { round, purpose, places, want };
      if (tied.length === 0) {
        decisions.push({ ...asked, choices, chosen, steps, open: null });
        return ok(chosen);
      }
      const open = { ...asked, choices: tied, places: places - chosen.length };
      decisions.push({ ...asked, choices, chosen: [], steps, open });
      return err(open);
    },
  };
};

interface Narrowed {
  /** Surely taken, best first. */
  readonly chosen: number[];
  /** Still tied for the places left; empty when all is decided. */
  readonly tied: readonly number[];
  readonly steps: TieStep[];
}

const narrow = (rules: TieRules, choices: readonly number[], context: RankingContext): Narrowed => {
  const { want, places } = context.question;
  const steps: TieStep[] = [];
  let taken: number[] = [];
  let tied: readonly number[] = choices;
  // A round may tell only some of the tied apart; another round may tell the rest.
  for (const rule of rules)
    for (let step = rankTied(rule, tied, context); step !== null; step = rankTied(rule, tied, context)) {
      steps.push(step);
      const classes = want === 'most' ? step.classes : [...step.classes].reverse();
      const { sure, cut } = cutAt(classes, places - taken.length);
      // Whoever is wanted for having fewest stays listed best first as well.
      taken = want === 'most' ? [...taken, ...sure.flat()] : [...sure.reverse().flat(), ...taken];
      tied = cut;
      if (tied.length === 0) return { chosen: taken, tied, steps };
    }
  return { chosen: taken, tied, steps };
};

/** Whole classes from the front as far as there are places, and the class that the cut goes through. */
const cutAt = (
  classes: readonly (readonly number[])[],
  places: number,
): { readonly sure: (readonly number[])[]; readonly cut: readonly number[] } => {
  const sure: (readonly number[])[] = [];
  let open = places;
  for (const members of classes) {
    if (open === 0) break;
    if (members.length > open) return { sure, cut: members };
    sure.push(members);
    open -= members.length;
  }
  return { sure, cut: [] };
};
