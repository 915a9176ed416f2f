import type { CountReport } from '../count-report.ts';

/** The votes of every round as whole units of 10⁻ᵖˡᵃᶜᵉˢ; 0 for whoever takes no part. */
export const unitsOf = ({ rounds }: CountReport): bigint[][] =>
  rounds.map(({ votes }) => votes.map((text) => BigInt((text ?? '0').replace('.', ''))));
