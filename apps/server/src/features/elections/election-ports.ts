import type { AreaId, ContestId, ElectionId } from '@comitium/basics';
import type { Sheet } from '@comitium/contract';

export interface LiveSheet {
  readonly contestId: ContestId;
  readonly stationId: AreaId;
  readonly sheet: Sheet;
}

/** What this room asks of rooms above it; the composition root puts their answers in. */
export interface ElectionPorts {
  /** Whether every station of every race is certified. */
  canCertify: (id: ElectionId) => Promise<boolean>;
  /** The live sheets of these stations for these contests. */
  findLiveSheets: (
    contestIds: readonly ContestId[],
    stationIds: readonly AreaId[],
  ) => Promise<readonly LiveSheet[]>;
}

/** Until somebody answers: nothing can be certified, and no sheet is known. */
export const createElectionPorts = (): ElectionPorts => ({
  canCertify: async () => false,
  findLiveSheets: async () => [],
});
