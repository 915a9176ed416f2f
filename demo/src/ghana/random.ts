/** A seeded source of numbers: the same seed and label give the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Standard normal. */
  normal(): number;
  /** Whole number in [0, below). */
  integer(below: number): number;
}

/** One splitmix32 step: spreads seeds that differ in a bit over all 32. */
const mix = (value: number): number => {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
};

/** Streams of different labels are independent, so that adding a draw to one part of the nation leaves the others alone. */
export const createRandom = (seed: number, label: string): Random => {
  let hash = mix(seed + 0x9e3779b9);
  for (let i = 0; i < label.length; i += 1) hash = mix(hash ^ (label.charCodeAt(i) + 0x9e3779b9));
  const state = [0, 1, 2, 3].map((i) => mix(hash + Math.imul(i + 1, 0x9e3779b9)));
  let [a = 0, b = 0, c = 0, d = 1] = state;

  // sfc32: 128 bits of state, passes the usual batteries, no multiplication.
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i += 1) next();

  // The sum of twelve uniforms is normal enough here and, unlike logarithm and cosine, the same in every engine.
  const normal = (): number => {
    let sum = -6;
    for (let i = 0; i < 12; i += 1) sum += next();
    return sum;
  };
  return { next, normal, integer: (below) => Math.floor(next() * below) };
};
