import { setTimeout as delay } from 'node:timers/promises';
import { type App, newDataKey, startWorker } from '@comitium/server';
import type { Command } from 'commander';
import { fail } from '../fail.ts';
import { withApp } from '../with-app.ts';

export const addKeys = (program: Command): void => {
  const keys = program.command('keys').description('The keys that personal data is encrypted with.');
  keys
    .command('create')
    .description(
      'Prints a new key as COMITIUM_DATA_KEYS takes it; docs/guides/change-data-keys.md says where to put it.',
    )
    .action(() => console.log(newDataKey(new Date())));
  keys
    .command('status')
    .description('How much is encrypted with which key.')
    .option('--json', 'print one JSON list', false)
    .action((options: { json: boolean }) => withApp((app) => printStatus(app, options)));
  keys
    .command('rotate')
    .description(
      'Encrypts everything anew with the current key while the program runs; can be killed and repeated.',
    )
    .option('--background', 'leave it to the running program and return at once', false)
    .action((options: { background: boolean }) => withApp((app) => rotate(app, options)));
  keys
    .command('cancel <work>')
    .description('Ends a rotation; what was renewed stays renewed.')
    .action((work: string) => withApp((app) => cancel(app, work)));
};

const printStatus = async ({ keyRotation }: App, { json }: { json: boolean }): Promise<void> => {
  const status = await keyRotation.status();
  if (json) {
    console.log(JSON.stringify(status));
    return;
  }
  for (const { key, rows, given, current } of status) {
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const place = current ? 'current' : given ? 'accepted' : 'MISSING';
    console.log(`${key}  ${place}  ${total} values`);
    for (const [column, count] of Object.entries(rows)) console.log(`  ${column}  ${count}`);
    if (!current && given && total === 0)
      console.log('  nothing needs it: it can be taken out of COMITIUM_DATA_KEYS');
  }
};

const rotate = async (
  { keyRotation, platform }: App,
  { background }: { background: boolean },
): Promise<void> => {
  const id = await keyRotation.start();
  console.log(`Rotation ${id}`);
  if (background) return;
  // Whichever worker is free takes it: this one, or one of a running program.
  const worker = await startWorker(platform.db, { jobs: keyRotation.jobs });
  try {
    await follow(keyRotation, id);
  } finally {
    await worker.stop();
  }
};

const follow = async (keyRotation: App['keyRotation'], id: string): Promise<void> => {
  for (let told = ''; ; await delay(200)) {
    const work = await keyRotation.find(id);
    if (work === undefined) return fail('The rotation is not known any more.');
    const { state, done, total, note, error } = work;
    const line = `${state} ${done}${total === null ? '' : ` of ${total}`}${note === null ? '' : ` (${note})`}`;
    if (line !== told) console.log(line);
    told = line;
    if (state === 'finished') return;
    if (state === 'cancelled' || (state === 'failed' && error !== null)) return fail(error ?? 'Cancelled.');
  }
};

const cancel = async ({ keyRotation }: App, work: string): Promise<void> => {
  if (await keyRotation.cancel(work)) console.log('It ends within a moment.');
  else fail('There is no such rotation under way.');
};
