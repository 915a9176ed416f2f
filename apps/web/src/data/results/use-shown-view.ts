import type { MapState } from '@comitium/contract';
import { useMemo, useRef } from 'react';
import { useEarlyState } from '../early/use-early-state.ts';
import { type LastingState, useLastingTopic } from '../last-known/use-lasting-topic.ts';
import { mapTopic } from './map-topic.ts';
import { type MapView, toMapView } from './map-view.ts';
import type { Place } from './place.ts';

export interface ShownView extends Omit<LastingState<MapState>, 'data'> {
  /** The place asked for, or the one before it until its first state has arrived, so that nothing jumps. */
  readonly view: MapView | null;
  readonly arriving: boolean;
}

export const useShownView = (place: Place): ShownView => {
  const topic = mapTopic(place);
  const early = useEarlyState<MapState>(topic);
  const { data, ...rest } = useLastingTopic<MapState>(topic, early);
  const current = useMemo(() => (data ? toMapView(data) : null), [data]);
  const last = useRef<MapView | null>(null);
  if (current) last.current = current;
  const view = current ?? (rest.problem ? null : last.current);
  return { view, arriving: current === null, ...rest };
};
