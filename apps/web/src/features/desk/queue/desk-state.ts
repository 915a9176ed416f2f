import type { SheetStatus } from '@comitium/contract';

/** The state of `desk:<election>[:<area>]`: what waits, and the sheets that changed last. */
export interface DeskState {
  /** Id of the area and of all above it. */
  readonly areaPath: readonly string[];
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
