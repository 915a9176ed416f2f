import type { SheetStatus } from '@comitium/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../../../data/use-session.ts';
import { type TopicState, useTopic } from '../../../data/use-topic.ts';
import { deskTopicOf } from './desk-topic-of.ts';

/** The state of `desk:<election>[:<area>]`: what waits, and the sheets that changed last. */
export interface DeskState {
  readonly counts: {
    readonly held: number;
    readonly flagged: number;
    readonly conflicts: number;
    readonly new?: number;
  };
  readonly latest: readonly {
    readonly id: string;
    readonly station: string;
    readonly name: string;
    readonly contest: string;
    readonly status: SheetStatus;
    readonly flagged: boolean;
    readonly revision: number;
    readonly updatedAt: string;
  }[];
}

/** What waits at the desk; every news of it is the sign to read again what is shown. */
export const useDeskTopic = (election: string): TopicState<DeskState> => {
  const client = useQueryClient();
  const { person } = useSession();
  const topic = useTopic<DeskState>(deskTopicOf(election, person?.grants ?? []));
  const { data } = topic;
  useEffect(() => {
    if (data === null) return;
    // On a busy night news come every second: a request under way, or its next attempt, must not begin anew each time.
    void client.invalidateQueries({ queryKey: ['desk', election] }, { cancelRefetch: false });
  }, [client, election, data]);
  return topic;
};
