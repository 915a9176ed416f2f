import { useEffect } from 'react';
import { reconcileQueue } from '../queue/reconcile-queue.ts';
import { useSender } from '../sender/sender-context.ts';
import type { StationList } from './load-stations.ts';

/** Keeps the receipts and conflicts of this device true to what the server's newest list says. */
export const useReconciledQueue = (election: string, list: StationList | null): void => {
  const { queue, queueState } = useSender();
  useEffect(() => {
    if (list === null) return;
    const own = queueState.sheets.filter((sheet) => sheet.election === election);
    const liveSheetOf = (code: string, contest: string) =>
      list.stations
        .find(({ station }) => station.code === code)
        ?.contests.find((place) => place.contest.code === contest)?.sheet;
    for (const changed of reconcileQueue(own, { liveSheetOf, readAt: list.readAt })) void queue.keep(changed);
  }, [election, list, queue, queueState.sheets]);
};
