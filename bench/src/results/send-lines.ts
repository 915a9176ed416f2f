import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BatchLine } from '@comitium/contract';
import type { BenchServer } from '../running/bench-server.ts';
import { compileNative } from '../running/compile-native.ts';
import { runTool } from '../running/run-tool.ts';

export interface BatchReport {
  readonly created: number;
  readonly lines: number;
  /** From the first byte of the request to the last of the answer. */
  readonly seconds: number;
}

/** Sends sheets as one NDJSON request, written down beforehand; the first line that is refused is printed. */
export const sendLines = async (
  { admin, server, folder, url }: BenchServer,
  election: string,
  lines: readonly BatchLine[],
): Promise<BatchReport> => {
  const body = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const head = [
    `POST /api/v1/elections/${election}/results/polling-station/batch HTTP/1.1`,
    `Host: ${new URL(url).host}`,
    `Authorization: Bearer ${admin.token}`,
    'Content-Type: application/x-ndjson',
    `Content-Length: ${body.length}`,
  ].join('\r\n');
  const file = join(folder, `${election}.batch`);
  writeFileSync(file, Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]));
  const { ended } = runTool(compileNative('post-batch'), [server.port, file]);
  return JSON.parse(await ended) as BatchReport;
};
