// The thread of a recount: its own connections, and a heap so small that collecting the garbage of a million rows is
// nothing, while the register of a country on the server's own heap would be walked through every time.
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../../platform/database/index.ts';
import { countAnew } from './count-anew.ts';
import type { RecountAnswer, RecountOrder } from './recount.ts';
import type { RecountPlan } from './recount-plan.ts';

const { connectionString, target } = workerData as RecountOrder;
const answer = (message: RecountAnswer): void => parentPort?.postMessage(message);

const db = openDatabase({ connectionString, poolSize: 2, applicationName: 'comitium recount' });
try {
  if (parentPort === null) throw new Error('a recount is counted in a thread of its own');
  const plan = once(parentPort, 'message').then(([message]) => message as RecountPlan);
  const counted = await countAnew(db, { target, plan }, (progress) => answer({ progress }));
  answer({ counted });
} finally {
  await db.close();
}
