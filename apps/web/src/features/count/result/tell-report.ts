// The report as sentences: which text of the page, with which values. Names are joined where the language is known.
import type { CountAction, CountReport } from '@comitium/tally/methods';
import type { TieDecision } from '@comitium/tally/ties';

export interface Sentence {
  /** A key of the texts `count`. */
  readonly key: string;
  /** Lists of names, to be joined as the language does. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Exact figures, to be written as the language does. */
  readonly figures: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  /** The key of a sentence that says why, put in as `why`; null where there is none to say. */
  readonly why: string | null;
}

export interface ToldRound {
  readonly round: number;
  readonly sentences: readonly Sentence[];
}

const namesOf = ({ choices }: CountReport, places: readonly number[]): string[] =>
  places.map((place) => choices[place]?.name ?? `#${place + 1}`);

const sentence = (
  key: string,
  names: Sentence['names'] = {},
  figures: Readonly<Record<string, string | number>> = {},
): Sentence => ({
  key,
  names,
  figures: Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, String(figure)])),
  values: {},
  why: null,
});

/** Who has won, or what must happen first. */
export const tellOutcome = (report: CountReport): Sentence[] => {
  const { state, elected, unfilled, open, runoff } = report.outcome;
  const told: Sentence[] = [];
  if (elected.length > 0) told.push(sentence('outcome.elected', { names: namesOf(report, elected) }));
  if (state === 'lot-needed' && open !== null)
    told.push(
      sentence(
        `outcome.lot.${open.purpose}`,
        { names: namesOf(report, open.choices) },
        { places: open.places, round: open.round },
      ),
    );
  if (runoff !== null) told.push(sentence('outcome.runoff', { names: namesOf(report, runoff) }));
  if (state === 'decided' && elected.length === 0) told.push(sentence('outcome.nobody'));
  if (unfilled > 0) told.push(sentence('outcome.unfilled', {}, { seats: unfilled }));
  return told;
};

/** What each round decided, ties among it. */
export const tellRounds = (report: CountReport): ToldRound[] =>
  report.rounds.map(({ number, actions }) => ({
    round: number,
    sentences: [
      ...report.ties.filter(({ round }) => round === number).map((tie) => tellTie(report, tie)),
      ...actions.map((action) => tellAction(report, action)),
    ],
  }));

const tellAction = (report: CountReport, action: CountAction): Sentence => {
  switch (action.kind) {
    case 'surplus':
      return sentence(
        action.transferValue === null ? 'surplus.papers' : 'surplus.value',
        { names: namesOf(report, [action.choice]) },
        { surplus: action.surplus, value: action.transferValue ?? '' },
      );
    case 'stop':
      return sentence(`stop.${action.reason}`);
    default:
      return {
        ...sentence(action.kind, { names: namesOf(report, action.choices) }),
        why: `why.${action.reason}`,
      };
  }
};

const tellTie = (report: CountReport, { choices, chosen, steps, open }: TieDecision): Sentence => {
  const last = steps.at(-1);
  const names = namesOf(report, choices);
  if (open !== null || last === undefined) return sentence('tie.open', { names });
  const seed = 'seed' in last.evidence ? last.evidence.seed : '';
  const round = last.evidence.kind === 'round' ? last.evidence.round : 0;
  const told = sentence(`tie.${last.by}`, { names, chosen: namesOf(report, chosen) }, { round });
  return { ...told, values: { seed } };
};
