import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchServer } from '../running/bench-server.ts';
import { compileNative } from '../running/compile-native.ts';
import { runTool } from '../running/run-tool.ts';

export interface PreparedRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token?: string;
  readonly body?: object;
}

const record = (host: string, { method, path, token, body }: PreparedRequest): Buffer => {
  const text = body === undefined ? '' : JSON.stringify(body);
  const head = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
    ...(body === undefined
      ? []
      : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`]),
  ].join('\r\n');
  const request = Buffer.from(`${head}\r\n\r\n${text}`);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(request.length);
  return Buffer.concat([length, request]);
};

/** Writes requests down beforehand; answers their file. */
export const writeRequests = (
  { folder, url }: BenchServer,
  name: string,
  requests: readonly PreparedRequest[],
): string => {
  const file = join(folder, `${name}.requests`);
  const { host } = new URL(url);
  writeFileSync(file, Buffer.concat(requests.map((request) => record(host, request))));
  return file;
};

export interface SendReport {
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Sends all of a file; anything but 200 or 201 is an error, since nothing is measured by refusals. */
export const sendRequests = async (
  { server }: BenchServer,
  { file, count, inFlight }: { file: string; count: number; inFlight: number },
): Promise<SendReport> => {
  const { ended } = runTool(compileNative('post-requests'), [server.port, file, inFlight, 0, count, 0]);
  const report = JSON.parse(await ended) as SendReport & { refused: number };
  if (report.refused > 0) throw new Error(`${report.refused} of ${count} requests were refused`);
  return report;
};
