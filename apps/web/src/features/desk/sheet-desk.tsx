import type { ReactNode } from 'react';
import { useHasCorrection } from './actions/correction-drafts.ts';
import { actionKeys, type SheetAction, sheetActions } from './actions/sheet-action.ts';
import { useActionOf } from './actions/use-action-of.ts';
import { useCorrections } from './actions/use-corrections.ts';
import { useDeskKeys } from './actions/use-desk-keys.ts';
import { DeskColumns } from './desk-columns.tsx';
import { SheetDetail } from './detail/sheet-detail.tsx';
import type { DeskState } from './queue/desk-state.ts';
import type { SheetTab } from './queue/desk-tabs.ts';
import { QueueList } from './queue/queue-list.tsx';
import { SheetRows } from './queue/sheet-rows.tsx';
import { useDeskList } from './queue/use-desk-list.ts';
import { useStep } from './queue/use-step.ts';

interface SheetDeskProps {
  readonly election: string;
  readonly tab: SheetTab;
  readonly q: string;
  readonly selected: string | undefined;
  readonly live: DeskState | null;
  /** The tabs and the search, above the list. */
  readonly children: ReactNode;
}

/** Sheets that wait for a person, and the one that is open. */
export const SheetDesk = ({ election, tab, q, selected, live, children }: SheetDeskProps) => {
  const list = useDeskList(election, { tab, q, live });
  const [chosen, setAction] = useActionOf<SheetAction>(selected);
  const begun = useHasCorrection(useCorrections(), selected);
  // A correction that was begun before another sheet was looked at goes on where it was left.
  const action = chosen ?? (begun ? 'correct' : null);
  const step = useStep(election, { rows: list.rows, selected });
  // An open correction is left by its own buttons, not by a key that was meant for a field.
  useDeskKeys(
    action === 'correct'
      ? {}
      : {
          j: () => step(1),
          k: () => step(-1),
          ...Object.fromEntries(sheetActions.map((each) => [actionKeys[each], () => setAction(each)])),
        },
  );
  return (
    <DeskColumns
      election={election}
      tab={tab}
      side={
        <>
          {children}
          <QueueList tab={tab} list={list} searched={q.trim() !== ''}>
            <SheetRows {...{ election, tab, selected }} rows={list.rows} />
          </QueueList>
        </>
      }
      detail={
        selected ? (
          <SheetDetail key={selected} {...{ election, action }} id={selected} onAct={setAction} />
        ) : null
      }
    />
  );
};
