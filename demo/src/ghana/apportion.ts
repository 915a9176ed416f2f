export interface ApportionInput {
  total: number;
  /** Not negative; at least one positive unless the total is zero. */
  weights: ArrayLike<number>;
  /** The most that each place can take; none without. Their sum must not lie below the total. */
  caps?: ArrayLike<number>;
}

/** Whole numbers proportional to the weights, never above the caps, that add up to the total exactly (largest remainder). */
export const apportion = ({ total, weights, caps }: ApportionInput): Int32Array => {
  const shares = proportionalShares({ total, weights, caps });
  const out = new Int32Array(weights.length);
  let rest = total;
  for (let i = 0; i < out.length; i += 1) {
    out[i] = Math.floor(shares[i]! + 1e-9);
    rest -= out[i]!;
  }
  const order = Array.from(out, (_, i) => i).sort(
    (i, j) => shares[j]! - out[j]! - (shares[i]! - out[i]!) || i - j,
  );
  for (let pass = 0; rest > 0; pass += 1) {
    if (pass > 1 && order.every((i) => out[i]! >= (caps?.[i] ?? Number.POSITIVE_INFINITY)))
      throw new Error(`caps leave no room for ${rest} of ${total}`);
    for (const i of order) {
      if (rest === 0) break;
      if (weights[i]! === 0 || out[i]! >= (caps?.[i] ?? Number.POSITIVE_INFINITY)) continue;
      out[i]! += 1;
      rest -= 1;
    }
  }
  return out;
};

/** Fractional shares: whatever a capped place cannot take is spread over the others, until no further one is capped. */
const proportionalShares = ({ total, weights, caps }: ApportionInput): Float64Array => {
  const shares = new Float64Array(weights.length);
  const capped = new Uint8Array(weights.length);
  for (let again = true; again; ) {
    again = false;
    let open = total;
    let weight = 0;
    for (let i = 0; i < shares.length; i += 1) {
      if (capped[i] === 1) open -= shares[i]!;
      else weight += weights[i]!;
    }
    for (let i = 0; i < shares.length; i += 1) {
      if (capped[i] === 1) continue;
      shares[i] = weight > 0 ? (open * weights[i]!) / weight : 0;
      const cap = caps?.[i];
      if (cap === undefined || shares[i]! <= cap) continue;
      shares[i] = cap;
      capped[i] = 1;
      again = true;
    }
  }
  return shares;
};
