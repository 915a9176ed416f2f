import type { ElectionState } from '@comitium/contract';

/** The states in which an election takes sheets. */
export const statesTakingSheets: readonly ElectionState[] = ['open', 'counting', 'provisional', 'reopened'];

export const takesSheets = (state: ElectionState): boolean => statesTakingSheets.includes(state);
