// The thread of a recount: its own connection, and a heap so small that collecting the garbage of a million rows is
// nothing, while the register of a country on the server's own heap would be walked through every time.
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../../platform/database/index.ts';
import { countAnew } from './count-anew.ts';
import type { RecountAnswer, RecountOrder } from './recount.ts';

const { connectionString, plan } = workerData as RecountOrder;
const answer = (message: RecountAnswer): void => parentPort?.postMessage(message);

const db = openDatabase({ connectionString, poolSize: 1, applicationName: 'comitium recount' });
try {
  const counted = await countAnew(db, plan, (progress) => answer({ progress }));
  answer({ counted });
} finally {
  await db.close();
}
