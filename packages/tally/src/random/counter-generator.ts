import { sha256Hex } from './sha256.ts';

/** One number drawn: enough to repeat it with any SHA-256 program. */
export interface Draw {
  /** Which number of the sequence this is, from 1. */
  readonly counter: number;
  /** SHA-256 of `<seed>,<counter>`, in hexadecimal. */
  readonly hash: string;
  /** The number drawn, 0 to among − 1: the hash modulo `among`. */
  readonly index: number;
  readonly among: number;
}

/** Draws numbers in sequence; two generators with one seed draw the same. */
export interface CounterGenerator {
  readonly draw: (among: number) => Draw;
}

/** Rivest's generator for public audits (2011): SHA-256 of seed, comma, counter. The seed is published beforehand, say from dice. */
export const counterGenerator = (seed: string): CounterGenerator => {
  let counter = 0;
  return {
    draw(among) {
      if (!Number.isSafeInteger(among) || among < 1) throw new RangeError(`a draw among ${among}`);
      counter++;
      const hash = sha256Hex(`${seed},${counter}`);
      return { counter, hash, index: Number(BigInt(`0x${hash}`) % BigInt(among)), among };
    },
  };
};
