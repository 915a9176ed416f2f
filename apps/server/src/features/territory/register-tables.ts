import type { AreaId, RegisterId } from '@comitium/basics';
import type { BoundaryImportState, BoundaryImportStep, ImportReport, Problem } from '@comitium/contract';
import type { ColumnType, Generated } from 'kysely';

interface RegisterTable {
  id: RegisterId;
  code: string;
  name: string;
  levels: string[];
  simulated: Generated<boolean>;
  areas: Generated<number>;
  stations: Generated<number>;
  registered: Generated<number>;
  created_at: Generated<Date>;
  deleted_at: Date | null;
}

interface AreaTable {
  id: AreaId;
  register_id: RegisterId;
  code: string;
  name: string;
  level: number;
  parent_id: AreaId | null;
  registered: number;
  lng: number | null;
  lat: number | null;
  position: number;
}

interface BoundaryTable {
  register_id: RegisterId;
  level: number;
  hash: string;
  topology: Buffer;
  bbox: number[];
  created_at: Generated<Date>;
}

interface BoundaryImportTable {
  id: string;
  register_id: RegisterId;
  level: number;
  /** Only reports. */
  dry_run: boolean;
  state: BoundaryImportState;
  step: BoundaryImportStep;
  /** 0 to 1, of the whole. */
  share: number;
  report: ColumnType<Omit<ImportReport, 'errors'> | null, null, string>;
  problem: ColumnType<Pick<Problem, 'code' | 'detail'> | null, null, string>;
  errors: ColumnType<ImportReport['errors'], string, string>;
  error_count: number;
  started_at: Date;
  /** When the process that does it last said so. */
  seen_at: Date;
  /** Null while it runs. */
  ended_at: Date | null;
}

declare module '../../platform/database/schema.ts' {
  interface DatabaseSchema {
    register: RegisterTable;
    area: AreaTable;
    boundary: BoundaryTable;
    boundary_import: BoundaryImportTable;
  }
}
