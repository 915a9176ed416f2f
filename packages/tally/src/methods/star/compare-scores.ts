// What STAR asks of ballots beside totals: who is scored higher by more voters, and who has most top scores.
import { type Ballots, choiceOf } from '../../ballots/ballots.ts';
import { scaleOf } from '../score/sum-scores.ts';

/** How much weight scores a above b, by place in `among`: `units[a * among.length + b]`. No score is the lowest. */
export const preferScored = (ballots: Ballots, among: readonly number[]): Float64Array => {
  const { groups, starts, marks, scores, weights, choices } = ballots;
  const size = among.length;
  const units = new Float64Array(size * size);
  const all = new Float64Array(choices.length);
  const { min } = scaleOf(ballots);
  for (let group = 0; group < groups; group++) {
    all.fill(min);
    for (let i = starts[group]!; i < starts[group + 1]!; i++) all[choiceOf(marks[i]!)] = scores![i]!;
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        if (all[among[a]!]! > all[among[b]!]!) units[a * size + b] = units[a * size + b]! + weights[group]!;
      }
    }
  }
  return units;
};

/** Per place in `among` how many of the others it loses to. */
export const defeatsAmong = (ballots: Ballots, among: readonly number[]): number[] => {
  const units = preferScored(ballots, among);
  const size = among.length;
  return among.map((_, a) => among.filter((_other, b) => units[b * size + a]! > units[a * size + b]!).length);
};

/** Per choice the weight of ballots that give it the highest score. */
export const countTopScores = (ballots: Ballots): Float64Array => {
  const { groups, starts, marks, scores, weights, choices } = ballots;
  const { max } = scaleOf(ballots);
  const units = new Float64Array(choices.length);
  for (let group = 0; group < groups; group++) {
    for (let i = starts[group]!; i < starts[group + 1]! && scores![i] === max; i++) {
      const choice = choiceOf(marks[i]!);
      units[choice] = units[choice]! + weights[group]!;
    }
  }
  return units;
};
