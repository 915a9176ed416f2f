// Refuses keys that this database was not written with: a lost key, or two machines that each made one of their own.
import { err, ok, type Result } from '@comitium/basics';
import type { Database } from '../database/database.ts';
import type { KeyRing } from './key-ring.ts';

declare module '../database/schema.ts' {
  interface DatabaseSchema {
    data_key: { id: string; proof: Buffer };
  }
}

const purpose = 'data key';

/** Notes the current key at its first use. An error is one sentence. */
export const checkDataKeys = async ({ kysely }: Database, keys: KeyRing): Promise<Result<void, string>> => {
  const id = keys.currentKeyId;
  await kysely
    .insertInto('data_key')
    .values({ id, proof: keys.mac(purpose, id) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await kysely.selectFrom('data_key').select(['id', 'proof']).orderBy('id').execute();
  for (const row of rows) {
    const proof = keys.macs(purpose, row.id)[keys.keyIds.indexOf(row.id)];
    if (proof === undefined) {
      return err(
        `The database holds data encrypted with the key ${row.id}, which is not given: add it to COMITIUM_DATA_KEYS.`,
      );
    }
    if (!proof.equals(row.proof)) {
      return err(`The key ${row.id} is not the one of that name which this database was written with.`);
    }
  }
  return ok(undefined);
};
