/** One figure beside what it is measured against. A row whose peer could not run says why in `note`. */
export interface Row {
  readonly bench: string;
  readonly metric: string;
  readonly value: number | null;
  readonly unit: string;
  /** The peer or physical limit of the same run. */
  readonly against: string | null;
  readonly againstValue: number | null;
  /** value ÷ againstValue. */
  readonly ratio: number | null;
  readonly target: string | null;
  /** null where there is no target, or nothing to judge. */
  readonly met: boolean | null;
  readonly note?: string;
}

export interface Figure {
  readonly bench: string;
  readonly metric: string;
  readonly value: number | null;
  readonly unit: string;
  readonly note?: string;
}

export interface Peer {
  readonly name: string;
  readonly value: number | null;
}

export interface Target {
  readonly words: string;
  met(value: number, ratio: number | null): boolean;
}

/** A row of a figure, its peer and its target, each of which may be missing. */
export const row = (figure: Figure, peer: Peer | null, target: Target | null): Row => {
  const { bench, metric, value, unit, note } = figure;
  const againstValue = peer?.value ?? null;
  const ratio = value === null || againstValue === null || againstValue === 0 ? null : value / againstValue;
  const judged = target === null || value === null ? null : judge(target, value, ratio);
  return {
    ...{ bench, metric, value, unit },
    ...{ against: peer?.name ?? null, againstValue, ratio },
    ...{ target: target?.words ?? null, met: judged },
    ...(note === undefined ? {} : { note }),
  };
};

const judge = (target: Target, value: number, ratio: number | null): boolean | null =>
  target.words.includes('×') && ratio === null ? null : target.met(value, ratio);

export const atLeast = (least: number, unit: string): Target => ({
  words: `≥ ${least.toLocaleString('en')} ${unit}`,
  met: (value) => value >= least,
});

export const below = (most: number, unit: string): Target => ({
  words: `< ${most.toLocaleString('en')} ${unit}`,
  met: (value) => value < most,
});

export const atMost = (most: number, unit: string): Target => ({
  words: `≤ ${most.toLocaleString('en')} ${unit}`,
  met: (value) => value <= most,
});

/** Judges the ratio to the peer; without the peer there is nothing to judge. */
export const ratioWithin = (from: number, to: number, words: string): Target => ({
  words,
  met: (_value, ratio) => ratio !== null && ratio >= from && ratio <= to,
});
