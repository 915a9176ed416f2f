import type { LogSource } from '@comitium/proof';

/** The log's files of the server this page is from; what is not answered says so in words. */
export const browserLogSource = (origin: string): LogSource => ({
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  read: async (path) => {
    const answer = await fetch(`${origin}/${path}`, { credentials: 'same-origin' });
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
    const text = await answer.text();
    const { detail } = (text.startsWith('{') ? JSON.parse(text) : {}) as { detail?: string };
    throw new Error(detail ?? String(answer.status));
  },
});
