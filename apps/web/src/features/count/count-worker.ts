// Reads and counts beside the page, so that a million ballots stop nobody from scrolling, and stopping is ending the worker.

import { totalWeight } from '@comitium/tally/ballots';
import { amount } from '@comitium/tally/exact';
import {
  type BallotFile,
  createBallotFileReader,
  type FileProblem,
  keepOrder,
} from '@comitium/tally/formats';
import { findMethod } from '@comitium/tally/methods';
import type { BallotsSummary, CountNews, CountOrder } from './count-order.ts';

interface WorkerScope {
  postMessage(news: CountNews): void;
  onmessage: ((event: MessageEvent<CountOrder>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;

/** What was read last: counting again by another method does not read again. */
let kept: { readonly file: File; readonly plan: string; readonly content: BallotFile } | null = null;

const readBallots = async ({ file, plan: told, count }: CountOrder): Promise<BallotFile | FileProblem[]> => {
  const plan = count?.options?.['order'] === 'as-given' ? keepOrder(told) : told;
  const named = JSON.stringify(plan);
  // Each message brings its own copy of the file: name, size and time tell whether it is the same.
  const same =
    kept?.plan === named &&
    kept.file.name === file.name &&
    kept.file.size === file.size &&
    kept.file.lastModified === file.lastModified;
  if (kept !== null && same) return kept.content;
  const reader = createBallotFileReader(plan);
  const decoder = new TextDecoder();
  const pieces = file.stream().getReader();
  let read = 0;
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
    reader.push(decoder.decode(piece.value, { stream: true }));
    read += piece.value.length;
    scope.postMessage({ kind: 'reading', part: read / file.size });
  }
  reader.push(decoder.decode());
  const result = reader.end();
  if (!result.ok) return result.error;
  kept = { file, plan: named, content: result.value };
  return result.value;
};

const summaryOf = ({ ballots, title, seats }: BallotFile): BallotsSummary => ({
  title,
  seats,
  form: ballots.form,
  choices: ballots.choices,
  different: ballots.groups,
  cast: amount(totalWeight(ballots), Math.round(Math.log10(ballots.weightScale))),
});

const work = async (order: CountOrder): Promise<CountNews> => {
  const content = await readBallots(order);
  if (Array.isArray(content)) return { kind: 'unreadable', problems: content };
  if (order.count === null) return { kind: 'read', summary: summaryOf(content) };
  const { method, ...settings } = order.count;
  scope.postMessage({ kind: 'counting', round: 1 });
  const report = findMethod(method)?.count(content.ballots, {
    ...settings,
    onRound: (round) => scope.postMessage({ kind: 'counting', round: round + 1 }),
  });
  if (report === undefined) return { kind: 'failed', message: method };
  return report.ok ? { kind: 'counted', report: report.value } : { kind: 'refused', problems: report.error };
};

scope.onmessage = ({ data }) => {
  work(data).then(
    (news) => scope.postMessage(news),
    (error: unknown) => scope.postMessage({ kind: 'failed', message: String(error) }),
  );
};
