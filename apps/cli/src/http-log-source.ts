import type { LogSource } from '@comitium/proof';

const patienceMs = 60_000;
const mostTries = 4;
/** A window of requests lasts a minute; who asked too often is told how much of it is left. */
const longestWaitMs = 65_000;

/** Files of a server over HTTP. Brief troubles are tried again; what stays is told in words. */
export const httpLogSource = (url: string): LogSource => {
  const base = url.endsWith('/') ? url : `${url}/`;
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const readOnce = async (path: string): Promise<Response | Error> => {
    try {
      return await fetch(new URL(path, base), { signal: AbortSignal.timeout(patienceMs) });
    } catch (error) {
      const { cause } = error as { cause?: { code?: string; message?: string } };
      return new Error(cause?.code ?? cause?.message ?? String(error));
    }
  };
  return {
    pause,
    read: async (path) => {
      for (let tries = 1; ; tries++) {
        const answer = await readOnce(path);
        if (answer instanceof Response && answer.ok) return new Uint8Array(await answer.arrayBuffer());
        const again = answer instanceof Error || [429, 502, 503, 504].includes(answer.status);
        if (again && tries < mostTries) {
          await pause(retryMs(answer, tries));
          continue;
        }
        throw answer instanceof Error ? answer : new Error(await problemOf(answer));
      }
    },
  };
};

const retryMs = (answer: Response | Error, tries: number): number => {
  const asked = answer instanceof Response ? Number(answer.headers.get('retry-after')) : 0;
  const limited = answer instanceof Response && answer.status === 429;
  return Math.min(asked > 0 ? asked * 1000 : 200 * 2 ** tries, limited ? longestWaitMs : 5_000);
};

const problemOf = async (answer: Response): Promise<string> => {
  const text = await answer.text();
  const { detail } = (text.startsWith('{') ? JSON.parse(text) : {}) as { detail?: string };
  return `${answer.status} ${detail ?? ''}`.trim();
};
