import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { DeskTab } from './desk-tabs.ts';
import classes from './queue-list.module.css';

interface QueueRowProps {
  readonly election: string;
  readonly tab: DeskTab;
  readonly row: { readonly id: string; readonly gone: boolean };
  readonly current: boolean;
  readonly name: string;
  /** Beside the name. */
  readonly status: ReactNode;
  /** Below it. */
  readonly place: string;
  readonly note?: string | undefined;
}

/** One thing that waits; the one that is open stays in sight while keys go through the list. */
export const QueueRow = ({ election, tab, row, current, ...shown }: QueueRowProps) => {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li ref={item} data-gone={row.gone ? '' : undefined}>
      <Link
        to="/elections/$election/desk"
        params={{ election }}
        search={(before) => ({ ...before, tab, sheet: row.id })}
        className={classes['row']}
        aria-current={current ? 'true' : undefined}
      >
        <span className={classes['name']}>{shown.name}</span>
        {shown.status}
        <span className={classes['place']}>{shown.place}</span>
        {shown.note ? <span className={classes['note']}>{shown.note}</span> : null}
      </Link>
    </li>
  );
};
