import { unwrap } from '@comitium/basics';
import { readVerifierKey, verifyLog, writeVerifierKey } from '@comitium/proof';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection } from '../../testing/test-nation.ts';
import { logSourceOf } from './testing/log-source-of.ts';
import { tamper } from './testing/tamper.ts';
import { startWitness } from './testing/witness-server.ts';
import { readWitness } from './witness.ts';

const db = await createTestDatabase();
const plain = await openTestApp(db);
const logKey = unwrap(readVerifierKey((await plain.send('GET', '//log/key')).body));
const witness = await startWitness(() => logKey, 'witness.example/w1');
const setting = `${witness.address}/#${writeVerifierKey(witness.key)}`;
afterAll(async () => {
  await plain.close();
  await witness.close();
});
const patience = { timeout: 20_000, interval: 20 };

test('a witness in the configuration cosigns every checkpoint from then on, and shows in it', async () => {
  await openTestElection(plain, { code: 'first' });
  await plain.app.notary.caughtUp();
  const bed = await openTestApp(db, { COMITIUM_NOTARY_WITNESSES: setting });
  const look = () => verifyLog({ source: logSourceOf(bed), witnesses: [witness.key], withoutTotals: true });
  await expect
    .poll(async () => (await look()).cosignatures, patience)
    .toEqual([{ name: 'witness.example/w1', at: new Date(1_800_000_000_000) }]);
  const first = await look();
  expect(first.findings).toEqual([]);
  expect(witness.seen.size).toBe(first.size);
  await openTestElection(bed, { code: 'second' });
  await bed.app.notary.caughtUp();
  await expect.poll(async () => (await look()).cosignatures.length, patience).toBe(1);
  expect((await look()).size).toBeGreaterThan(first.size);
  expect((await look()).size).toBe(witness.seen.size);
  await bed.close();
});

test('a witness that remembers another size is asked again from there; one that is not reached is only told of', async () => {
  // As if an answer had been lost on its way: the witness knows more than we remember.
  await tamper(db, 'delete from notary_cosignature');
  witness.answers.length = 0;
  const bed = await openTestApp(db, {
    COMITIUM_NOTARY_WITNESSES: `${setting},http://127.0.0.1:1/#${writeVerifierKey({ ...witness.key, name: 'away' })}`,
  });
  await expect.poll(() => witness.answers, patience).toEqual([409, 200]);
  await openTestElection(bed, { code: 'third' });
  await bed.app.notary.caughtUp();
  expect(await bed.app.notary.refusal()).toBeNull();
  await bed.close();
});

test('a setting that names no witness closes the log with a sentence', async () => {
  const told = (text: string) => {
    const read = readWitness(text);
    return read.ok ? 'read' : read.error;
  };
  expect(told(setting)).toBe('read');
  expect(told('witness.example')).toBe('The witness witness.example is not <address>#<verifier key>.');
  expect(told('https://w.example/#x')).toBe(
    'The witness w.example: A verifier key has the form name+key id+key.',
  );
  expect(told(`https://w.example/#${writeVerifierKey(logKey)}`)).toBe(
    'The key of the witness w.example is no key for cosignatures.',
  );
  const bed = await openTestApp(db, { COMITIUM_NOTARY_WITNESSES: 'nobody' });
  expect(await bed.app.notary.refusal()).toBe('The witness nobody is not <address>#<verifier key>.');
  await bed.close();
});
