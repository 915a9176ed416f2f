import { readFileSync } from 'node:fs';
import {
  describeFinding,
  readVerifierKey,
  type VerifiedRace,
  type VerifierKey,
  type VerifyProgress,
  type VerifyReport,
  verifyLog,
} from '@comitium/proof';
import type { Command } from 'commander';
import { fail } from '../fail.ts';
import { httpLogSource } from '../http-log-source.ts';
import { keepVisit, readVisit } from '../visited-logs.ts';

interface VerifyOptions {
  readonly receipt: readonly string[];
  readonly since?: string;
  readonly key?: string;
  readonly witness: readonly string[];
  readonly election?: string;
  readonly totals: boolean;
  readonly remember: boolean;
  readonly json: boolean;
}

/** Exit codes: 0 all is well, 1 something is wrong, 2 it could not be checked, 3 totals moved while they were looked at. */
const exitCodes = { wrong: 1, unchecked: 2, unsettled: 3 } as const;

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];

/** Needs nothing but the address: no account, no database, no trust in the server beyond its key on the first visit. */
export const addVerify = (program: Command): void => {
  program
    .command('verify <url>')
    .description(
      'Checks a server’s public log from outside: signature, growth, leaves, and that published totals are the sum of the logged sheets.',
    )
    .option('--receipt <file>', 'also look for this receipt, or leaf hash; may be given again', collect, [])
    .option('--since <file>', 'an earlier checkpoint to have grown from, instead of the one kept here')
    .option('--key <key>', 'the log’s verifier key, instead of the one kept here')
    .option(
      '--witness <key>',
      'verifier key of a witness that must have cosigned; may be given again',
      collect,
      [],
    )
    .option('--election <code>', 'check the totals of this election only')
    .option('--no-totals', 'leave the totals out')
    .option('--no-remember', 'neither compare with earlier visits nor keep this one')
    .option('--json', 'print the report as JSON', false)
    .addHelpText(
      'after',
      '\nExit codes: 0 well, 1 wrong, 2 could not be checked, 3 totals moved while they were looked at.',
    )
    .action(verify);
};

const verify = async (url: string, options: VerifyOptions): Promise<void> => {
  const request = readRequest(url, options);
  if (typeof request === 'string') {
    fail(request);
    process.exitCode = exitCodes.unchecked;
    return;
  }
  const progress = process.stderr.isTTY && !options.json;
  const report = await verifyLog({
    source: httpLogSource(url),
    ...request,
    ...(progress
      ? {
          onProgress: (said) => void process.stderr.write(progressLine(said)),
        }
      : {}),
  });
  if (progress) process.stderr.write('\r\u001b[K');
  if (options.json) console.log(JSON.stringify(withWords(report)));
  else print(report);
  const code = exitCodeOf(report);
  if (code !== 0) process.exitCode = code;
  const { key, checkpoint, findings } = report;
  if (options.remember && findings.length === 0 && key !== null && checkpoint !== null) {
    keepVisit(url, { key, checkpoint });
  }
};

const progressLine = ({ step, done, total, moving }: VerifyProgress): string =>
  moving === undefined
    ? `\r\u001b[K${step} ${done} of ${total}`
    : `\r\u001b[K${moving.election} ${moving.race} moves: look ${moving.look}`;

/** What is asked of the verifier, or a sentence why it cannot be. */
const readRequest = (url: string, options: VerifyOptions) => {
  if (URL.parse(url) === null) return `${url} is no address; begin it with https://.`;
  try {
    const visited = options.remember ? readVisit(url) : null;
    const since = options.since === undefined ? visited?.checkpoint : readFileSync(options.since, 'utf8');
    const keyText = options.key ?? visited?.key;
    return {
      ...(keyText === undefined ? {} : { key: requireKey(keyText) }),
      ...(since === undefined ? {} : { since }),
      witnesses: options.witness.map(requireKey),
      ...(options.election === undefined ? {} : { election: options.election }),
      receipts: options.receipt.map(readReceiptOption),
      withoutTotals: !options.totals,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const requireKey = (text: string): VerifierKey => {
  const key = readVerifierKey(text);
  if (!key.ok) throw new Error(key.error);
  return key.value;
};

const readReceiptOption = (value: string): string =>
  /^[0-9a-f]{64}$/i.test(value) ? value : readFileSync(value, 'utf8');

const exitCodeOf = ({ findings, races }: VerifyReport): number => {
  if (findings.length > 0) {
    return findings.every(({ code }) => code === 'unreadable') ? exitCodes.unchecked : exitCodes.wrong;
  }
  return races.every(({ settled }) => settled) ? 0 : exitCodes.unsettled;
};

const withWords = (report: VerifyReport) => ({
  verified: exitCodeOf(report) === 0,
  ...report,
  findings: report.findings.map((one) => ({ ...one, message: describeFinding(one) })),
  receipts: report.receipts.map(({ index, leaf, found }) => ({
    index,
    leaf,
    message: found === null ? null : describeFinding(found),
  })),
});

const print = (report: VerifyReport): void => {
  const { origin, size, signedAt, cosignatures, grownFrom } = report;
  if (origin !== null) console.log(`Log         ${origin}`);
  if (report.checkpoint !== null) {
    console.log(`Checkpoint  ${size} leaves, signed ${signedAt?.toISOString() ?? 'at no stated time'}`);
    console.log('Leaves      all of them hash to what was signed');
  }
  for (const { name, at } of cosignatures) console.log(`Witness     ${name}, ${at.toISOString()}`);
  if (grownFrom !== null)
    console.log(`Growth      the first ${grownFrom} leaves are those of the earlier checkpoint`);
  for (const { index, leaf } of report.receipts) {
    if (index !== null) console.log(`Receipt     leaf ${index}${leaf === null ? '' : `, ${leaf.kind}`}`);
  }
  for (const race of report.races) console.log(`Totals      ${aboutRace(race)}`);
  for (const found of report.findings) {
    const word = found.code === 'unreadable' ? 'UNREADABLE' : 'WRONG     ';
    console.log(`${word}  ${describeFinding(found)}`);
  }
  console.log(verdictOf(report));
};

const aboutRace = ({ election, race, sheets, logged, areas, settled, looks, upTo, sound }: VerifiedRace) => {
  const from = `${election} ${race}: ${areas} areas from ${sheets} sheets`;
  if (settled) return sound ? from : `${from} do not add up`;
  const known = `${logged} of its ${sheets} sheets are in the log as they count, checked up to leaf ${upTo}`;
  return `${election} ${race}: the totals moved at each of ${looks} looks; ${known}; the sums could not be compared`;
};

const verdictOf = ({ findings, races }: VerifyReport): string => {
  if (findings.length > 0 && findings.every(({ code }) => code === 'unreadable'))
    return 'It could not be checked: the server did not give everything. Try again later.';
  if (findings.length > 0) return findings.length === 1 ? 'One finding.' : `${findings.length} findings.`;
  const moving = races.filter(({ settled }) => !settled).length;
  if (moving === 0) return 'Nothing is wrong.';
  return `Nothing is wrong as far as it could be checked: the totals of ${moving} of ${races.length} races moved. Try again when no sheets come in.`;
};
