import { useEffect, useRef, useState } from 'react';
import { type LeadChange, leadChanges } from '../../data/results/lead-changes.ts';
import type { MapView } from '../../data/results/map-view.ts';

export interface SeenLeadChange extends LeadChange {
  readonly at: string;
}

const kept = 6;

const sameScope = (a: MapView, b: MapView): boolean =>
  a.scope.code === b.scope.code && a.race.code === b.race.code && a.childLevel === b.childLevel;

/** The changes of lead among the areas shown, newest first, since the page was opened here. */
export const useLeadChanges = (view: MapView | null): readonly SeenLeadChange[] => {
  const [changes, setChanges] = useState<readonly SeenLeadChange[]>([]);
  const before = useRef<MapView | null>(null);
  useEffect(() => {
    if (!view) return;
    const earlier = before.current;
    before.current = view;
    if (!earlier || !sameScope(earlier, view)) {
      setChanges([]);
      return;
    }
    const at = view.lastUpdated ?? new Date().toISOString();
    const found = leadChanges(earlier.children, view.children).map((change) => ({ ...change, at }));
    if (found.length > 0) setChanges((known) => [...found, ...known].slice(0, kept));
  }, [view]);
  return changes;
};
