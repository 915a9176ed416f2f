import type { ConstituencySpan } from './generate-register.ts';
import type { Random } from './random.ts';

export interface LeanInput {
  /** The constituencies of one region. */
  spans: readonly ConstituencySpan[];
  /** Votes of the two large parties' candidates in the region. */
  npp: number;
  ndc: number;
  random: Random;
}

/**
 * How far each constituency leans to the NPP against the NDC, as log odds. Seats of the NPP lie above the region's share,
 * seats of the NDC below it, at least so far apart that each side leads its own, and together they give the region's share.
 * A little chance lets a few places prefer one party for president and the other for parliament, as real ones do.
 */
export const leanConstituencies = ({ spans, npp, ndc, random }: LeanInput): Float64Array => {
  const share = npp / (npp + ndc);
  const weightOf = (party: string): number =>
    spans.reduce((sum, span) => sum + (span.fact.mpParty2024 === party ? span.registered : 0), 0);
  const nppWeight = weightOf('NPP');
  const ndcWeight = weightOf('NDC');
  const nppPart = nppWeight / (nppWeight + ndcWeight);
  const ndcPart = 1 - nppPart;
  let gap = 0.16;
  if (nppPart > 0 && ndcPart > 0) gap = Math.max(gap, (0.545 - share) / ndcPart, (share - 0.455) / nppPart);
  const target = (party: string): number => {
    if (party === 'NPP') return share + gap * ndcPart;
    if (party === 'NDC') return share - gap * nppPart;
    return share;
  };
  return Float64Array.from(spans, ({ fact }) => {
    const p = Math.min(0.97, Math.max(0.03, target(fact.mpParty2024)));
    return Math.log(p / (1 - p)) + 0.12 * random.normal();
  });
};
