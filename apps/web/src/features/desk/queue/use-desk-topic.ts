import type { Election } from '@comitium/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useSession } from '../../../data/use-session.ts';
import type { TopicState } from '../../../data/use-topic.ts';
import { useTopics } from '../../../data/use-topics.ts';
import type { DeskState } from './desk-state.ts';
import { deskTopicsOf } from './desk-topics-of.ts';
import { joinDesks } from './join-desks.ts';

/** What waits at the desk, in all areas of the person; every news of it is the sign to read again what is shown. */
export const useDeskTopic = (
  election: string,
  /** Undefined until it is read: until then nobody knows which areas of whose are here. */
  known: Pick<Election, 'code' | 'id'> | undefined,
): TopicState<DeskState> => {
  const client = useQueryClient();
  const { person } = useSession();
  const desks = useTopics<DeskState>(known === undefined ? [] : deskTopicsOf(known, person?.grants ?? []));
  const joined = useMemo(() => joinDesks(desks), [desks]);
  const { data } = joined;
  useEffect(() => {
    if (data === null) return;
    // On a busy night news come every second: a request under way, or its next attempt, must not begin anew each time.
    void client.invalidateQueries({ queryKey: ['desk', election] }, { cancelRefetch: false });
  }, [client, election, data]);
  return joined;
};
