import type { ReactNode } from 'react';
import { useActionOf } from './actions/use-action-of.ts';
import { useDeskKeys } from './actions/use-desk-keys.ts';
import { type ConflictAction, conflictActions, conflictKeys } from './conflicts/conflict-action.ts';
import { ConflictDetail } from './conflicts/conflict-detail.tsx';
import { ConflictRows } from './conflicts/conflict-rows.tsx';
import { useConflictList } from './conflicts/use-conflict-list.ts';
import { DeskColumns } from './desk-columns.tsx';
import { QueueList } from './queue/queue-list.tsx';
import { useStep } from './queue/use-step.ts';

interface ConflictDeskProps {
  readonly election: string;
  readonly q: string;
  readonly selected: string | undefined;
  /** The tabs and the search, above the list. */
  readonly children: ReactNode;
}

/** Refused second sheets, and the one that is compared. */
export const ConflictDesk = ({ election, q, selected, children }: ConflictDeskProps) => {
  const list = useConflictList(election, q);
  const [action, setAction] = useActionOf<ConflictAction>(selected);
  const step = useStep(election, { rows: list.rows, selected });
  useDeskKeys({
    j: () => step(1),
    k: () => step(-1),
    ...Object.fromEntries(conflictActions.map((each) => [conflictKeys[each], () => setAction(each)])),
  });
  return (
    <DeskColumns
      election={election}
      tab="conflicts"
      side={
        <>
          {children}
          <QueueList tab="conflicts" list={list} searched={q.trim() !== ''}>
            <ConflictRows {...{ election, selected }} rows={list.rows} />
          </QueueList>
        </>
      }
      detail={
        selected ? (
          <ConflictDetail key={selected} {...{ election, list, action }} id={selected} onAct={setAction} />
        ) : null
      }
    />
  );
};
