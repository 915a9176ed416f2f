import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CopyWriter } from './copy-writer.ts';
import { inOneTrip } from './in-one-trip.ts';
import { createTestDatabase } from './testing/create-test-database.ts';

const db = await createTestDatabase({ asOwner: true });
await db.pool.query(`create table every_type (place integer, yes boolean, little smallint, whole integer,
  large bigint, id uuid, said text, told json, kept jsonb, bytes bytea, moment timestamptz, votes integer[], ids uuid[])`);

const uuid = fc.uuid();
const smallint = fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 });
const text = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('\0', ''));
const row = fc.record({
  yes: fc.boolean(),
  little: smallint,
  whole: fc.integer(),
  large: fc.maxSafeInteger(),
  id: fc.option(uuid),
  said: fc.option(text),
  told: fc.record({ text, count: fc.nat() }),
  kept: fc.array(fc.record({ text })),
  bytes: fc.uint8Array({ maxLength: 70 }).map((bytes) => Buffer.from(bytes)),
  moment: fc.option(
    fc.date({ min: new Date('0001-01-01'), max: new Date('9999-01-01'), noInvalidDate: true }),
  ),
  votes: fc.array(fc.integer(), { maxLength: 60 }),
  ids: fc.array(uuid, { maxLength: 3 }),
});

test('what is written of every type is what is read again', async () => {
  const comesBack = fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
    const writer = new CopyWriter(0);
    for (const [place, one] of rows.entries()) {
      writer.row(13);
      writer.integer(place);
      writer.boolean(one.yes);
      writer.smallint(one.little);
      writer.integer(one.whole);
      writer.bigint(one.large);
      writer.uuid(one.id);
      writer.text(one.said);
      writer.json(one.told);
      writer.jsonb(one.kept);
      writer.bytea(one.bytes.toString('hex'));
      writer.timestamptz(one.moment);
      writer.integers(one.votes);
      writer.uuids(one.ids);
    }
    await db.pool.query('truncate every_type');
    await inOneTrip(db, [writer.rows('every_type')]);
    const { rows: read } = await db.pool.query(
      `select place, yes, little, whole, large, id, said, told, kept, bytes,
         extract(epoch from moment) * 1000 as moment, votes, ids from every_type order by place`,
    );
    const moment = (at: unknown) => (at === null ? null : Number(at));
    expect(read.map((one) => ({ ...one, large: Number(one.large), moment: moment(one.moment) }))).toEqual(
      rows.map((one, place) => ({ place, ...one, moment: one.moment?.getTime() ?? null })),
    );
  });
  await fc.assert(comesBack, { numRuns: 40 });
});

test('parts of one row are repeated in another', async () => {
  const [one, other] = [new CopyWriter(0), new CopyWriter(0)];
  await db.pool.query('create table one (n integer, said text); create table other (said text)');
  one.row(2);
  one.integer(1);
  const start = one.place;
  one.text('of both');
  other.row(1);
  other.repeat(one, start, one.place);
  await inOneTrip(db, [one.rows('one'), other.rows('other')]);
  const { rows } = await db.pool.query('select n, one.said from one join other on one.said = other.said');
  expect(rows).toEqual([{ n: 1, said: 'of both' }]);
});

test('what a type cannot hold is refused before anything is sent', () => {
  const writer = new CopyWriter(0);
  const id = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
  for (const flawed of [id.slice(1), `${id}0`, id.replace('f', 'g'), id.replace('8', 'é'), '']) {
    expect(() => writer.uuid(flawed), flawed).toThrow(TypeError);
  }
  expect(() => writer.integer(2 ** 31)).toThrow(RangeError);
  expect(() => writer.smallint(2 ** 15)).toThrow(RangeError);
  expect(() => writer.integers([1, 2 ** 31])).toThrow(RangeError);
  expect(() => writer.bigint(2 ** 53)).toThrow(RangeError);
  expect(() => writer.timestamptz(new Date(Number.NaN))).toThrow(RangeError);
  for (const flawed of ['0', '0g', 'xy']) expect(() => writer.bytea(flawed), flawed).toThrow();
});
