import type { SeatCount } from '@comitium/contract';
import { useMemo } from 'react';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import { hemicycleSeats } from './hemicycle-seats.ts';
import { seatRuns } from './seat-order.ts';
import classes from './seats.module.css';

interface HemicycleProps {
  readonly counts: readonly SeatCount[];
  readonly seats: number;
  /** Draws the line of the majority. */
  readonly whole?: boolean;
  readonly partyOf: PartyOf;
}

/** The chamber: solid = won, ringed = leading, grey = open; the line in the middle is the majority. */
export const Hemicycle = ({ counts, seats, whole = true, partyOf }: HemicycleProps) => {
  const { places, radius } = useMemo(() => hemicycleSeats(seats), [seats]);
  const runs = seatRuns(counts, seats).flatMap((run) => Array.from({ length: run.count }, () => run));
  return (
    <svg
      className={classes['hemicycle']}
      viewBox={`${-1 - radius} ${-1.04 - radius} ${2 + 2 * radius} ${1.04 + 2 * radius}`}
      aria-hidden="true"
    >
      {places.map((place, index) => {
        const run = runs[index];
        const color = run && run.state !== 'open' ? partyOf(run.party).color : 'var(--no-report)';
        const ring = run?.state === 'leading';
        return (
          <circle
            key={`${place.x.toFixed(4)} ${place.y.toFixed(4)}`}
            cx={place.x}
            cy={place.y}
            r={ring ? radius * 0.78 : radius}
            style={{ fill: ring ? 'var(--sheet)' : color, stroke: ring ? color : 'none' }}
            strokeWidth={radius * 0.5}
          />
        );
      })}
      {whole ? <path d="M0,-1.09V-0.36" className={classes['middle']} /> : null}
    </svg>
  );
};
