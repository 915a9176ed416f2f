import { afterEach, expect, it } from 'vitest';
import { askEarly, takeEarly } from './early-answers.ts';

const before = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = before;
});

it('hands an answer over once, and its body to whoever asked', async () => {
  globalThis.fetch = async () => Response.json({ code: 'e' });
  expect(await askEarly('/a')).toEqual({ code: 'e' });
  expect(await (await takeEarly('/a'))?.json()).toEqual({ code: 'e' });
  expect(await takeEarly('/a')).toBeNull();
});

it('forgets what was refused or never answered', async () => {
  globalThis.fetch = async () => new Response('', { status: 404 });
  expect(await askEarly('/b')).toBeNull();
  expect(await takeEarly('/b')).toBeNull();
  globalThis.fetch = async () => Promise.reject(new TypeError('no connection'));
  expect(await askEarly('/c')).toBeNull();
  expect(await takeEarly('/c')).toBeNull();
});
