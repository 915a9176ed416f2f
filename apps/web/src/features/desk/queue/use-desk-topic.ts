import type { SheetStatus } from '@comitium/contract';
import { type TopicState, useTopic } from '../../../data/use-topic.ts';

/** The state of `desk:<election>`: what waits, and the sheets that changed last. */
export interface DeskState {
  readonly counts: { readonly held: number; readonly flagged: number; readonly new?: number };
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

export const useDeskTopic = (election: string): TopicState<DeskState> =>
  useTopic<DeskState>(`desk:${election}`);
