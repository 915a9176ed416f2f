import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { BatchLine } from '@comitium/contract';
import type { BenchServer } from '../running/bench-server.ts';

export interface BatchReport {
  readonly created: number;
  readonly lines: number;
  readonly seconds: number;
  /** The first line that was not created, where there is one. */
  readonly refused: string | null;
}

const created = Buffer.from('"status":201');

/** Sends sheets as one NDJSON request and counts the answers as they stream back, without parsing them. */
export const sendLines = async (
  { admin, server }: BenchServer,
  election: string,
  lines: readonly BatchLine[],
): Promise<BatchReport> => {
  const body = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const started = performance.now();
  const sending = request({
    host: '127.0.0.1',
    port: server.port,
    path: `/api/v1/elections/${election}/results/polling-station/batch`,
    method: 'POST',
    headers: {
      authorization: `Bearer ${admin.token}`,
      'content-type': 'application/x-ndjson',
      'content-length': body.length,
    },
  });
  sending.end(body);
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const seconds = (performance.now() - started) / 1000;
  const text = Buffer.concat(chunks);
  return { ...count(text), seconds };
};

const count = (text: Buffer): Omit<BatchReport, 'seconds'> => {
  let lines = 0;
  let good = 0;
  let refused: string | null = null;
  for (let from = 0; from < text.length; lines += 1) {
    const end = text.indexOf(10, from);
    const line = text.subarray(from, end < 0 ? text.length : end);
    if (line.includes(created)) good += 1;
    else refused ??= line.toString().slice(0, 600);
    from += line.length + 1;
  }
  return { created: good, lines, refused };
};
