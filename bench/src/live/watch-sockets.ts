import { join } from 'node:path';
import { compileNative } from '../running/compile-native.ts';
import { runTool, type ToolRun } from '../running/run-tool.ts';
import { temporaryFolder } from '../running/temporary-folder.ts';

export interface Watch {
  readonly port: number;
  readonly path: string;
  readonly sockets: number;
  readonly seconds: number;
  /** Said on every socket after its handshake. */
  readonly message?: string;
}

export interface WatchReport {
  readonly frames: number;
  readonly bytes: number;
}

export interface Watching extends Pick<ToolRun, 'started'> {
  readonly logFile: string;
  readonly report: Promise<WatchReport>;
}

export const watchSockets = ({ port, path, sockets, seconds, message }: Watch): Watching => {
  const logFile = join(temporaryFolder('watch'), 'log');
  const said = message === undefined ? [] : [message];
  const { started, ended } = runTool(compileNative('watch-topic'), [
    ...[port, path, sockets, seconds, logFile],
    ...said,
  ]);
  const report = ended.then((line) => JSON.parse(line) as WatchReport);
  // Where it ends before START, `started` has said why.
  report.catch(() => undefined);
  return { started, logFile, report };
};

export const subscription = (topic: string): string => JSON.stringify({ op: 'subscribe', topic });
