import { randomUUID } from 'node:crypto';
import { createMemoryTree, hashSize, toUtf8, treeHasher, verifyLog } from '@comitium/proof';
import { atLeast, below, type Row, row } from '../report/row.ts';
import { type BenchServer, startBenchServer } from '../running/bench-server.ts';

const leaves = 100_000;

/** The public log: how fast it follows, how far behind the intake it is, what a proof weighs, what checking costs. */
export const benchNotary = async (): Promise<Row[]> => {
  const bench = await startBenchServer();
  try {
    const lag = await measureLag(bench);
    const following = await measureFollowing(bench);
    const checking = await measureChecking(bench);
    return [
      row(
        {
          bench: 'notary',
          metric: 'leaves that a waiting ledger is logged at',
          value: following.perSecond,
          unit: '/s',
        },
        { name: 'limit: hashing alone, one core', value: hashingPerSecond() },
        atLeast(20_000, '/s'),
      ),
      row(
        {
          ...{
            bench: 'notary',
            metric: 'committed → in the log, p99, at 2,000 events/s',
            value: lag.p99,
            unit: 'ms',
          },
          note: 'its signed checkpoint follows within COMITIUM_NOTARY_SECONDS',
        },
        null,
        below(1_000, 'ms'),
      ),
      row(
        {
          ...{ bench: 'notary', metric: `inclusion proof among ${leaves} leaves`, unit: 'bytes' },
          value: checking.proofBytes,
        },
        { name: 'the whole log', value: checking.logBytes },
        null,
      ),
      row(
        {
          bench: 'notary',
          metric: `a stranger checks ${leaves} leaves over HTTP`,
          value: checking.seconds,
          unit: 's',
        },
        { name: 'limit: downloading them', value: checking.downloadSeconds },
        below(15, 's'),
      ),
    ];
  } finally {
    await bench.stop();
  }
};

/** Of no election, so that other followers pass them over. */
const nobody = '01900000-0000-7000-8000-000000000000';

/** Events and leaves as long as those of sheets are; followers are woken as a commit of the program does. */
const appendEvents = async ({ platform }: BenchServer, count: number): Promise<void> => {
  const sheets = Array.from({ length: count }, () => randomUUID());
  const hidden = 'ab'.repeat(32);
  const entries = sheets.map((sheetId) => {
    const named = ['es-2023', 'congreso', 'congreso-madrid', '28-079-01-001-A', sheetId, 1, 'accepted'];
    return JSON.stringify(['comitium/sheet/2', ...named, hidden, hidden, '2026-11-20T20:00:00.000Z']);
  });
  const payloads = sheets.map((sheetId) => {
    const after = {
      status: 'held',
      figures: { votes: [214, 180, 33], rejected: 4, cast: 431, registered: 612 },
    };
    const place = { electionId: nobody, raceId: nobody, contestId: nobody, stationId: nobody };
    return JSON.stringify({ ...place, sheetId, revision: 1, flagged: true, before: null, after });
  });
  await platform.db.pool.query(
    `insert into ledger (stream, type, version, payload, entry)
     select 'sheet:' || id, 'sheet.submitted', 1, payload::jsonb, entry
     from unnest($1::text[], $2::text[], $3::text[]) as d (id, payload, entry)`,
    [sheets, payloads, entries],
  );
  await platform.db.pool.query("select pg_notify('ledger', 'bench')");
};

const readSize = async ({ platform }: BenchServer): Promise<number> => {
  const { rows } = await platform.db.pool.query<{ size: number }>('select size::int as size from notary_log');
  return rows[0]?.size ?? 0;
};

const waitForSize = async (bench: BenchServer, size: number): Promise<void> => {
  while ((await readSize(bench)) < size) await new Promise((resolve) => setTimeout(resolve, 2));
};

const measureFollowing = async (bench: BenchServer): Promise<{ perSecond: number }> => {
  const before = await readSize(bench);
  for (let sent = before; sent < leaves; sent += 5_000)
    await appendEvents(bench, Math.min(5_000, leaves - sent));
  // The notary has been at it since the first of them: what is left is timed.
  const from = await readSize(bench);
  const started = performance.now();
  await waitForSize(bench, leaves);
  return { perSecond: (leaves - from) / ((performance.now() - started) / 1000) };
};

const measureLag = async (bench: BenchServer): Promise<{ p99: number }> => {
  const delays: number[] = [];
  let size = await readSize(bench);
  for (let round = 0; round < 50; round++) {
    const began = performance.now();
    await appendEvents(bench, 200);
    size += 200;
    const committed = performance.now();
    await waitForSize(bench, size);
    delays.push(performance.now() - committed);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 100 - (performance.now() - began))));
  }
  delays.sort((a, b) => a - b);
  return { p99: delays[Math.floor(delays.length * 0.99)] ?? 0 };
};

const hashingPerSecond = (): number => {
  const entry = toUtf8('x'.repeat(330));
  const tree = createMemoryTree();
  const started = performance.now();
  for (let at = 0; at < 20_000; at++) tree.append(treeHasher.leaf(entry));
  return 20_000 / ((performance.now() - started) / 1000);
};

const measureChecking = async (bench: BenchServer) => {
  await waitForCheckpoint(bench);
  let logBytes = 0;
  let reading = 0;
  const read = async (path: string): Promise<Uint8Array> => {
    const answer = await fetch(`${bench.url}/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    logBytes += bytes.length;
    reading += 1;
    return bytes;
  };
  const source = { read, pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)) };
  const paths: string[] = [];
  const started = performance.now();
  const report = await verifyLog({
    source: {
      ...source,
      read: (path) => {
        paths.push(path);
        return read(path);
      },
    },
    withoutTotals: true,
  });
  const seconds = (performance.now() - started) / 1000;
  if (report.findings.length > 0 || report.size < leaves) throw new Error('the log does not verify');
  const began = performance.now();
  for (let from = 0; from < paths.length; from += 8) await Promise.all(paths.slice(from, from + 8).map(read));
  const downloadSeconds = (performance.now() - began) / 1000;
  const proof = await (await fetch(`${bench.url}/log/proof/inclusion/${report.size}/${12_345}`)).text();
  const proofBytes = proof.trim().split('\n').length * hashSize;
  return { seconds, downloadSeconds, proofBytes, logBytes: Math.round((logBytes * paths.length) / reading) };
};

const waitForCheckpoint = async (bench: BenchServer): Promise<void> => {
  for (;;) {
    const [, size] = (await (await fetch(`${bench.url}/log/checkpoint`)).text()).split('\n');
    if (Number(size) >= leaves) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
