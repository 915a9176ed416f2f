import type { MapState } from '@comitium/contract';
import { useMemo, useRef } from 'react';
import { useEarlyState } from '../early/use-early-state.ts';
import { type TopicState, useTopic } from '../use-topic.ts';
import { mapTopic } from './map-topic.ts';
import { type MapView, toMapView } from './map-view.ts';
import type { Place } from './place.ts';

export interface ShownView extends Omit<TopicState<MapState>, 'data'> {
  /** The place asked for, or the one before it until its first state has arrived, so that nothing jumps. */
  readonly view: MapView | null;
  readonly arriving: boolean;
}

export const useShownView = (place: Place): ShownView => {
  const topic = mapTopic(place);
  const { data: live, connection, lastAt, problem } = useTopic<MapState>(topic);
  const early = useEarlyState<MapState>(topic);
  const data = live ?? early;
  const current = useMemo(() => (data ? toMapView(data) : null), [data]);
  const last = useRef<MapView | null>(null);
  if (current) last.current = current;
  const view = current ?? (problem ? null : last.current);
  return { view, arriving: current === null, connection, lastAt, problem };
};
