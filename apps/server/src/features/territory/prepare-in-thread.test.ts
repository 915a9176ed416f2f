import { expect, test } from 'vitest';
import { type BoundaryOrder, prepareBoundary } from './prepare-boundary.ts';
import { prepareInThread } from './prepare-in-thread.ts';

/** A wriggling ring of that many points. */
const ring = (code: string, west: number, points: number) => ({
  type: 'Feature',
  id: code,
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [
      Array.from({ length: points }, (_, at) => {
        const angle = (2 * Math.PI * (at % (points - 1))) / (points - 1);
        const radius = 1 + 0.01 * Math.sin(angle * 97);
        return [west + radius * Math.cos(angle), radius * Math.sin(angle)];
      }),
    ],
  },
});

const level = {
  name: 'region',
  areas: ['W', 'E'].map((code) => ({ id: `id ${code}`, code, name: code, parent: null })),
};
const orderOf = (points: number): BoundaryOrder => ({
  level,
  body: Buffer.from(
    JSON.stringify({ type: 'FeatureCollection', features: [ring('W', 0, points), ring('E', 5, points)] }),
  ),
  targetBytes: 20_000,
  dryRun: false,
});
const many = 15_000;

test.each([500, many])('two rings of %i points come out as the plain function makes them', async (points) => {
  const prepared = await prepareInThread(orderOf(points));
  expect(prepared).toEqual(prepareBoundary(orderOf(points), () => undefined));
  expect(prepared).toMatchObject({ ok: true, value: { report: { rows: 2, written: true } } });
});

test('a thread tells how far it is, and never less than before', async () => {
  const steps: string[] = [];
  const shares: number[] = [];
  await prepareInThread(orderOf(many), {
    onProgress: (step, share) => {
      steps.push(step);
      if (step === 'simplifying') shares.push(share);
    },
  });
  expect(steps[0]).toBe('reading');
  expect(shares.length).toBeGreaterThan(5);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test('a thread ends when it is told to', async () => {
  const stop = new AbortController();
  const prepared = prepareInThread(orderOf(many), { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(prepared).rejects.toMatchObject({ name: 'AbortError' });
});

test('bytes that are no text or no JSON are refused in the thread, too', async () => {
  const refused = async (body: Buffer) => {
    const prepared = await prepareInThread({ ...orderOf(500), body });
    return prepared.ok ? null : prepared.error.code;
  };
  expect(await refused(Buffer.alloc(600_000, 0xff))).toBe('invalid_request');
  expect(await refused(Buffer.alloc(600_000, '{'))).toBe('invalid_request');
});
