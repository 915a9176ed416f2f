// A process of its own for tests that kill it: a stored follower that writes each event's number into table counted.
import { sql } from 'kysely';
import { openDatabase } from '../../database/database.ts';
import { startFollower } from '../start-follower.ts';

const db = openDatabase({ connectionString: process.argv[2] ?? '', poolSize: 2 });
await startFollower(db, {
  name: 'counter',
  stored: true,
  batch: 20,
  handle: async (events, tx) => {
    for (const { payload } of events)
      await sql`insert into counted values (${payload['number']})`.execute(tx);
  },
});
