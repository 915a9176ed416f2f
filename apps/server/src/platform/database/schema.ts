interface MigrationTable {
  name: string;
  checksum: string;
  applied_at: Date;
}

/**
 * Every table of the database. A feature declares its own tables in its `<noun>-schema.ts`:
 *
 *     declare module '../../platform/database/schema.ts' {
 *       interface DatabaseSchema { sheet: SheetTable }
 *     }
 */
export interface DatabaseSchema {
  migration: MigrationTable;
}
