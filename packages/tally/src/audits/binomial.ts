/** Chances of `from`, `from` + 1 … successes; those outside are below 10⁻⁶⁰ together with their neighbours. */
export interface Spread {
  readonly from: number;
  readonly chances: Float64Array<ArrayBuffer>;
}

const negligible = 1e-60;

/** The binomial distribution: successes in `n` draws, each with chance `p`. */
export const binomial = (n: number, p: number): Spread => {
  if (p >= 1 || p <= 0) return { from: p >= 1 ? n : 0, chances: Float64Array.of(1) };
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  const peak = Math.exp(
    logFactorial(n) -
      logFactorial(mode) -
      logFactorial(n - mode) +
      mode * Math.log(p) +
      (n - mode) * Math.log1p(-p),
  );
  const below: number[] = [];
  for (let k = mode, chance = peak; k > 0 && chance > negligible; k--) {
    chance *= k / (n - k + 1) / odds;
    below.push(chance);
  }
  const above: number[] = [];
  for (let k = mode, chance = peak; k < n && chance > negligible; k++) {
    chance *= ((n - k) / (k + 1)) * odds;
    above.push(chance);
  }
  return {
    from: mode - below.length,
    chances: Float64Array.from([...below.reverse(), peak, ...above]),
  };
};

/** The chance of `least` successes or more. */
export const chanceOfAtLeast = ({ from, chances }: Spread, least: number): number => {
  let sum = 0;
  for (let at = chances.length - 1; at >= 0 && at + from >= least; at--) sum += chances[at]!;
  return Math.min(1, sum);
};

/** The sum of two independent counts. */
export const addSpreads = (a: Spread, b: Spread): Spread => {
  const chances = new Float64Array(a.chances.length + b.chances.length - 1);
  for (const [i, chance] of a.chances.entries())
    if (chance > 0) for (let j = 0; j < b.chances.length; j++) chances[i + j]! += chance * b.chances[j]!;
  return { from: a.from + b.from, chances };
};

const smallFactorials = new Float64Array(64);
for (let n = 2; n < smallFactorials.length; n++) smallFactorials[n] = smallFactorials[n - 1]! + Math.log(n);

/** ln n!, by Stirling's series (DLMF 5.11.1) where n is not small: right to the last digits of a double. */
export const logFactorial = (n: number): number => {
  if (n < smallFactorials.length) return smallFactorials[n]!;
  const square = n * n;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / n;
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series;
};

/** The z with a chance of `p` below it in the standard normal distribution: its series (DLMF 7.6.2), bisected. */
export const normalQuantile = (p: number): number => {
  let [low, high] = [-8, 8];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

const normalBelow = (z: number): number => {
  let [term, sum] = [z, z];
  for (let odd = 3; Math.abs(term) > 1e-17 && odd < 400; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
};
