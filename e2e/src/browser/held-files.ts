import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the browser holds for the time without signal: names of whole builds, and every address in any cache. */
export const heldBy = (page: Page): Promise<{ builds: string[]; addresses: string[] }> =>
  page.evaluate(async () => {
    const builds: string[] = [];
    const addresses: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
      addresses.push(...paths);
      if (name.startsWith('comitium-shell-') && paths.includes('/')) builds.push(name);
    }
    return { builds, addresses };
  });

/** Waits until a whole build is held, and in it a file whose address has this part. */
export const holds = async (page: Page, part: string): Promise<void> => {
  const held = async () => {
    const { builds, addresses } = await heldBy(page);
    return builds.length > 0 && addresses.some((address) => address.includes(part));
  };
  await expect.poll(held).toBe(true);
};
