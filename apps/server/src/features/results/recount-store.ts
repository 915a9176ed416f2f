import type { Database } from '../../platform/database/index.ts';

/** The last recount of an election, whichever process made it. */
export interface KeptRecount {
  readonly election: string;
  readonly differences: number;
  readonly recountedAt: Date;
}

export const keepRecount = async (
  { kysely }: Database,
  { electionId, differences, at }: { electionId: string; differences: number; at: Date },
): Promise<void> => {
  const values = { differences, recounted_at: at };
  await kysely
    .insertInto('recount')
    .values({ election_id: electionId, ...values })
    .onConflict((conflict) => conflict.column('election_id').doUpdateSet(values))
    .execute();
};

export const listRecounts = async ({ kysely }: Database): Promise<KeptRecount[]> =>
  kysely
    .selectFrom('recount')
    .innerJoin('election', 'election.id', 'recount.election_id')
    .select(['election.code as election', 'differences', 'recounted_at as recountedAt'])
    .execute();
