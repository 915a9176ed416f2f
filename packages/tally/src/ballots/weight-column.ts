/** A weight as a file writes it: `units` of 10⁻ᵖˡᵃᶜᵉˢ votes; 2.50 is 250 units of two places. */
export interface Weight {
  readonly units: number;
  readonly places: number;
}

/** One vote. */
export const oneVote: Weight = { units: 1, places: 0 };

/** Sums of weights by group, exact: all in units of one scale, which grows when a weight with more decimals comes. */
export interface WeightColumn {
  readonly add: (group: number, weight: Weight) => void;
  /** Null when the weight can be added, else why not. */
  readonly refusal: (weight: Weight) => 'weight_invalid' | 'weight_too_large' | null;
  readonly rows: (groups: number) => { readonly weights: Float64Array; readonly weightScale: number };
}

export const createWeightColumn = (): WeightColumn => {
  let weights = new Float64Array(1024);
  let scale = 1;
  let total = 0;

  const rescale = (factor: number): void => {
    for (let i = 0; i < weights.length; i++) weights[i] = weights[i]! * factor;
    scale *= factor;
    total *= factor;
  };

  return {
    add(group, { units, places }) {
      const wanted = 10 ** places;
      if (wanted > scale) rescale(wanted / scale);
      if (group >= weights.length) {
        const larger = new Float64Array(Math.max(group + 1, weights.length * 2));
        larger.set(weights);
        weights = larger;
      }
      const added = units * (scale / wanted);
      weights[group] = weights[group]! + added;
      total += added;
    },
    refusal({ units, places }) {
      const valid = Number.isSafeInteger(units) && units > 0 && Number.isInteger(places) && places >= 0;
      if (!valid) return 'weight_invalid';
      const finest = Math.max(scale, 10 ** places);
      const after = total * (finest / scale) + units * (finest / 10 ** places);
      return after > Number.MAX_SAFE_INTEGER ? 'weight_too_large' : null;
    },
    rows: (groups) => ({ weights: weights.slice(0, groups), weightScale: scale }),
  };
};
