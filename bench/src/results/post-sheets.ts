import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BatchLine } from '@comitium/contract';
import type { BenchServer } from '../running/bench-server.ts';
import { compileNative } from '../running/compile-native.ts';
import { runTool } from '../running/run-tool.ts';

/** Requests written down beforehand: building them must not cost the server its processor. */
export interface SheetRequests {
  readonly file: string;
  readonly count: number;
}

export const writeSheetRequests = (
  { folder, admin, url }: BenchServer,
  election: string,
  sheets: readonly BatchLine[],
): SheetRequests => {
  const records = sheets.map(({ key, ...body }) => {
    const text = Buffer.from(JSON.stringify(body));
    const head = [
      `POST /api/v1/elections/${election}/results/polling-station HTTP/1.1`,
      `Host: ${new URL(url).host}`,
      `Authorization: Bearer ${admin.token}`,
      'Content-Type: application/json',
      `Content-Length: ${text.length}`,
      `Idempotency-Key: ${key}`,
    ].join('\r\n');
    const request = Buffer.concat([Buffer.from(`${head}\r\n\r\n`), text]);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(request.length);
    return Buffer.concat([length, request]);
  });
  const file = join(folder, `${election}.requests`);
  writeFileSync(file, Buffer.concat(records));
  return { file, count: sheets.length };
};

export interface PostReport {
  readonly created: number;
  readonly accepted: number;
  readonly refused: number;
  readonly seconds: number;
  /** Milliseconds from sending a request to the end of its answer. */
  readonly p50: number;
  readonly p99: number;
}

export interface PostPart {
  readonly from: number;
  readonly count: number;
  /** Requests under way at once, each on its own connection. */
  readonly inFlight: number;
  /** Sheets a second; as fast as answers come where it is left out. */
  readonly perSecond?: number;
  /** Gets the moment of each accepted answer, one a line. */
  readonly timesFile?: string;
}

/** Sends a part of the requests; a refusal is an error, since nothing is measured by refusals. */
export const postSheets = async (
  { server }: BenchServer,
  requests: SheetRequests,
  part: PostPart,
): Promise<PostReport> => {
  const { from, count, inFlight, perSecond = 0, timesFile } = part;
  const times = timesFile === undefined ? [] : [timesFile];
  const tool = compileNative('post-requests');
  const { ended } = runTool(tool, [server.port, requests.file, inFlight, from, count, perSecond, ...times]);
  const report = JSON.parse(await ended) as PostReport;
  if (report.refused > 0) throw new Error(`${report.refused} of ${count} sheets were refused`);
  return report;
};

/** The sheets in an order as places report: neighbours do not follow each other. The same every time. */
export const scatter = <T>(items: readonly T[]): T[] => {
  const stride = 7919;
  return items.map((_, at) => items[(at * stride) % items.length] as T);
};
