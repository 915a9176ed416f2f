import type { SeatCount } from '@comitium/contract';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import { type SeatRun, seatRuns } from './seat-order.ts';
import classes from './seats.module.css';

interface SeatRowProps {
  readonly counts: readonly SeatCount[];
  readonly seats: number;
  readonly partyOf: PartyOf;
}

const placesOf = (run: SeatRun): number[] => Array.from({ length: run.count }, (_, place) => place);

/** The few seats of a district side by side: solid = won, ringed = leading, grey = open. */
export const SeatRow = ({ counts, seats, partyOf }: SeatRowProps) => (
  <div className={classes['row']} aria-hidden="true">
    {seatRuns(counts, seats).map((run) => (
      <span key={`${run.party} ${run.state}`} className={classes['run']}>
        {placesOf(run).map((place) => (
          <span
            key={place}
            className={classes['seat']}
            data-state={run.state}
            style={{ color: run.state === 'open' ? 'var(--no-report)' : partyOf(run.party).color }}
          />
        ))}
      </span>
    ))}
  </div>
);
