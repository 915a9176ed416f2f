// A server process that follows the ledger until it is killed: `node notary-forever.ts <database url> <data folder> <key>`.
import { openDatabase } from '../../../platform/database/index.ts';
import { openTestApp } from '../../../testing/open-test-app.ts';

const [, , connectionString = '', dataDir = '', key = ''] = process.argv;
const db = openDatabase({ connectionString });
await openTestApp(db, {
  COMITIUM_DATA_DIR: dataDir,
  COMITIUM_NOTARY_KEY: key,
  COMITIUM_NOTARY_SECONDS: '0',
});
process.stdout.write('following\n');
