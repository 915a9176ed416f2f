import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawOrder, firstTicket, nextTicket } from './consistent-sampler.ts';
import { counterGenerator } from './counter-generator.ts';
import { sha256Hex } from './sha256.ts';

test('G01 SHA-256 as FIPS 180-4 gives it', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('G01 the counter generator is SHA-256 of seed, comma, counter', () => {
  const generator = counterGenerator('24687531');
  for (let counter = 1; counter <= 50; counter++) {
    const hash = sha256Hex(`24687531,${counter}`);
    const index = Number(BigInt(`0x${hash}`) % 7n);
    expect(generator.draw(7)).toEqual({ counter, hash, index, among: 7 });
  }
  expect(() => generator.draw(0)).toThrow(RangeError);
});

// Published examples of the reference program.
test('G02 G03 tickets as the reference program prints them', () => {
  expect(firstTicket('AB-130', '01382438112797316654')).toBe(
    '0.26299714122838008416507544297546663599715395525154425586041245287750224561854',
  );
  expect(nextTicket('0.26299714122838008416507544297546663599715395525154425586041245287750224561854')).toBe(
    '0.8232357229934205790595761924514048157652891124687533667363938813600770093316',
  );
  expect(nextTicket('0.25471')).toBe(
    '0.642853261655004694691182528114375607701032283189922170593838029306715548381901',
  );
});

test('G02 shuffles as the reference program does', () => {
  expect(drawOrder(['a', 'b', 'c', 'd'], '31')).toEqual(['b', 'a', 'd', 'c']);
  expect(drawOrder(['a', 'b', 'c', 'd'], '77')).toEqual(['b', 'd', 'c', 'a']);
});

test('G02 drawing from fewer keeps the order of those that remain', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 8 }), fc.string(), (ids, seed) => {
      const some = ids.filter((_, i) => i % 2 === 0);
      expect(drawOrder(some, seed)).toEqual(drawOrder(ids, seed).filter((id) => some.includes(id)));
    }),
  );
});

test('G03 tickets rise', () => {
  expect(nextTicket('0.99912') > '0.99912').toBe(true);
  expect(nextTicket('0.99') > '0.990').toBe(true);

  const seen = [firstTicket('a', '52')];
  for (let i = 0; i < 10; i++) seen.push(nextTicket(seen[i]!));
  expect(seen).toEqual([...seen].sort());
  expect(seen.map((number) => number.slice(0, 7)).slice(0, 3)).toEqual(['0.36614', '0.64743', '0.75601']);
});
