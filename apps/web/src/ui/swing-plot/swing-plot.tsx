import type { ChildArea } from '@comitium/contract';
import { useMemo } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import { PartyMark } from '../party-mark/party-mark.tsx';
import type { Pointing } from '../pointing/create-pointing.ts';
import { usePointed } from '../pointing/use-pointing.ts';
import { type SwingLane, swingLanes } from './swing-dots.ts';
import classes from './swing-plot.module.css';

interface SwingPlotProps {
  readonly areas: readonly ChildArea[];
  readonly partyOf: PartyOf;
  readonly pointing: Pointing;
  /** What the dots and the axis stand for. */
  readonly caption: string;
}

const width = 640;
const radius = 6;
const edge = radius + 4;
const between = radius * 2 + 1;

interface LaneProps extends Omit<SwingPlotProps, 'areas' | 'caption'> {
  readonly lane: SwingLane;
}

const Lane = ({ lane, partyOf, pointing }: LaneProps) => {
  const format = useFormat();
  const party = partyOf(lane.leader);
  const selected = usePointed(pointing);
  // Piles grow to both sides of the line in the middle: an even one needs the room of the next odd one.
  const rows = Math.max(3, lane.highest + 1 - (lane.highest % 2));
  const height = rows * between + 6;
  return (
    <div className={classes['lane']}>
      <p className={classes['name']}>
        <PartyMark {...party} /> {party.shortName} <span>{format.count(lane.dots.length)}</span>
      </p>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path className={classes['grid']} d={`M${width / 4},0V${height}M${(width * 3) / 4},0V${height}`} />
        <path className={classes['zero']} d={`M${width / 2},0V${height}`} />
        {lane.dots.map((dot) => (
          <circle
            key={dot.code}
            cx={edge + dot.x * (width - 2 * edge)}
            cy={height / 2 + dot.pile * between}
            r={radius}
            style={{ fill: party.color }}
            className={classes['dot']}
            data-selected={dot.code === selected || undefined}
            onPointerEnter={() => pointing.point(dot.code)}
            onPointerLeave={() => pointing.point(null)}
          >
            <title>{`${dot.name} ${format.points(dot.swing)}`}</title>
          </circle>
        ))}
      </svg>
    </div>
  );
};

/** How far the areas moved since the last time, as dots on one axis; the table beside says the same in figures. */
export const SwingPlot = ({ areas, caption, ...shared }: SwingPlotProps) => {
  const format = useFormat();
  const { reach, lanes } = useMemo(() => swingLanes(areas), [areas]);
  if (lanes.length === 0) return null;
  return (
    <figure className={classes['plot']}>
      {lanes.map((lane) => (
        <Lane key={lane.leader} lane={lane} {...shared} />
      ))}
      <p className={classes['axis']} aria-hidden="true">
        {[-reach, -reach / 2, 0, reach / 2, reach].map((tick) => (
          <bdi key={tick}>{format.points(tick)}</bdi>
        ))}
      </p>
      <figcaption>{caption}</figcaption>
    </figure>
  );
};
