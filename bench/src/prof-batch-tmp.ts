import { startBenchServer } from './running/bench-server.ts';
import { loadRegister, openElection } from './running/open-election.ts';
import { cpuOf } from './running/process-cost.ts';
import { sendLines } from './results/send-lines.ts';
import { spainOrLikeIt } from './results/spain-or-like-it.ts';
const bench = await startBenchServer();
try {
  const n = await spainOrLikeIt('/work/shared/data');
  await loadRegister(bench.admin, n.register);
  await openElection(bench.admin, n.election);
  console.log('READY', JSON.stringify({server: (bench as any).process?.pid ?? (bench as any).pid, keys: Object.keys(bench)}));
  const before = cpuOf(bench);
  const r = await sendLines(bench, n.election.body.code, n.lines);
  console.log({ ...r, refused: undefined, perSheet: ((cpuOf(bench) - before) / n.lines.length) * 1e6, rate: r.created / r.seconds });
} finally { await bench.stop(); }
