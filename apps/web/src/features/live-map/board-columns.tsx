import { lazy, Suspense, useState } from 'react';
import type { HasShapes } from '../../data/results/place.ts';
import type { FigureKind } from '../../ui/area-figure/use-figure-layout.ts';
import type { ZoomOrigin } from '../../ui/area-figure/use-zoom-from.ts';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import type { Board } from './board.ts';
import { CandidatePanel } from './candidate-panel.tsx';
import { FigurePanel } from './figure-panel.tsx';
import classes from './live-map.module.css';
import { NewsPanel } from './news-panel.tsx';
import { RowsPanel } from './rows-panel.tsx';
import { SeatsPanel } from './seats-panel.tsx';
import type { SeenLeadChange } from './use-lead-changes.ts';

const StationProof = lazy(async () => ({
  default: (await import('../../ui/station-proof/station-proof.tsx')).StationProof,
}));
const NightCourse = lazy(async () => ({ default: (await import('./night-course.tsx')).NightCourse }));

interface BoardColumnsProps {
  readonly board: Board;
  readonly kind: FigureKind;
  readonly hasShapes: HasShapes;
  /** Whether there is anything of the election before to compare with. */
  readonly comparable: boolean;
  readonly arriving: boolean;
  readonly changes: readonly SeenLeadChange[];
}

/** Where the sheets come from, and with them what proves them. */
const isStation = ({ election, view }: Board): boolean => view.scope.level === election.levels.at(-1);

/** A station has nothing below it: its figures, and beside them what proves them. */
const StationColumns = ({ board, arriving }: Pick<BoardColumnsProps, 'board' | 'arriving'>) => (
  <div className={classes['board']} aria-busy={arriving} data-station="">
    <div className={classes['column']}>
      <CandidatePanel {...board} />
    </div>
    <div className={classes['column']}>
      <Suspense fallback={<Skeleton height="8rem" />}>
        <StationProof election={board.election.code} station={board.view.scope.code} />
      </Suspense>
    </div>
  </div>
);

/** Whether seats are drawn below the figure; where none are, the night's course has their place. */
const hasSeats = ({ view }: Board): boolean => view.scope.seats > 1 && view.seats.length > 0;

/** Who is ahead and the news; where, with the seats; and the same in rows with the course of the night. */
export const BoardColumns = ({ board, kind, arriving, changes, ...figure }: BoardColumnsProps) => {
  const [zoomOrigin, setZoomOrigin] = useState<ZoomOrigin | null>(null);
  const rows = <RowsPanel {...board} />;
  const news = <NewsPanel {...board} changes={changes} />;
  const course = (
    <Suspense fallback={<Skeleton height="20rem" />}>
      <NightCourse {...board} />
    </Suspense>
  );
  const below = kind !== 'none' && !hasSeats(board);
  if (isStation(board)) return <StationColumns board={board} arriving={arriving} />;
  return (
    <div className={classes['board']} aria-busy={arriving}>
      <div className={classes['column']}>
        <CandidatePanel {...board} />
        {kind === 'none' ? null : news}
      </div>
      <div className={classes['column']}>
        {kind === 'none' ? (
          rows
        ) : (
          <FigurePanel {...board} {...figure} kind={kind} zoomOrigin={zoomOrigin} onZoom={setZoomOrigin} />
        )}
        <SeatsPanel {...board} />
        {below ? course : null}
      </div>
      <div className={classes['column']}>
        {kind === 'none' ? news : rows}
        {below ? null : course}
      </div>
    </div>
  );
};
