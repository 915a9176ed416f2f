// A process of its own for tests that kill it: a worker that delivers. Arguments: database, data key (hex), environment
// as JSON.
import { ok } from '@comitium/basics';
import { anonymous } from '../../../platform/access/allows.ts';
import { createKeyRing } from '../../../platform/crypto/key-ring.ts';
import { openDatabase } from '../../../platform/database/database.ts';
import { startWorker } from '../../../platform/jobs/index.ts';
import { createTestPlatform } from '../../../platform/testing/create-test-platform.ts';
import { createMessages } from '../create-messages.ts';

const [connectionString = '', key = '', environment = '{}'] = process.argv.slice(2);
const db = openDatabase({ connectionString, poolSize: 4 });
const parts = createTestPlatform(db, {
  keys: createKeyRing([{ id: 'test', key: Buffer.from(key, 'hex') }]),
  environment: JSON.parse(environment) as Record<string, string>,
});
const messages = createMessages({
  ...parts,
  access: { callerOf: async () => ok(anonymous), findElection: async () => null },
});
await startWorker(db, { jobs: messages.jobs ?? [], concurrency: 1 });
