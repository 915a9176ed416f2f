import { chosenLanguage } from '../../i18n/language.ts';
import { mayHaveSession, onTokenChange } from '../session-token.ts';

/** Long after the page is there: keeping files must not slow down what somebody came for. */
const afterMs = 3_000;

/** Pages that were opened and work by themselves. */
const openedPages = new Set<string>();

/** The groups of files that this reader needs without signal; `vite build` says what is in them. */
const neededGroups = (): string[] => [
  chosenLanguage(),
  ...(mayHaveSession() ? ['send'] : []),
  ...openedPages,
];

const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Shapes that were fetched before the worker had a say. */
const seenShapes = (): string[] => {
  const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const shapes = fetched.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith('/boundaries/'),
  );
  return [...new Set(shapes.map(({ pathname }) => pathname))];
};

/** Resolves to whether this device now holds everything; null where browsers keep nothing. */
export const keepOffline = async (): Promise<boolean | null> => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return null;
  try {
    await navigator.serviceWorker.register('/service-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    return await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<{ kept: boolean }>) => {
        port1.close();
        resolve(data.kept);
      };
      active?.postMessage({ op: 'keep', groups: neededGroups(), shapes: seenShapes() }, [port2]);
    });
  } catch {
    // A browser may forbid workers; everything works but opening the pages without signal.
    return null;
  }
};

const others = new Set<() => Promise<void>>();

/** For parts of the program that keep more than files for who is signed in; called often, with and without signal. */
export const onKeepOffline = (keep: () => Promise<void>): void => void others.add(keep);

const keepAll = async (): Promise<void> => {
  // At once, not one after the other: where the worker cannot be installed it is never ready.
  const more = mayHaveSession() ? [...others].map((keep) => keep()) : [];
  await Promise.all([keepOffline(), ...more]);
};

/**
 * Keeps the program on this device once it rests, and again when somebody signs in. Who saves data is asked for nothing
 * until then.
 */
export const startKeepingOffline = (): void => {
  keepSoon();
  let signedIn = mayHaveSession();
  onTokenChange(() => {
    const now = mayHaveSession();
    if (now && !signedIn) void keepAll();
    signedIn = now;
  });
};

/** For a page that needs no server: its files are kept too, so that it opens without signal. */
export const keepPageOffline = (page: 'count'): void => {
  openedPages.add(page);
  keepSoon();
};

const keepSoon = (): void => {
  if (!savesData() || mayHaveSession()) setTimeout(() => requestIdle(() => void keepAll()), afterMs);
};

/** Safari has no idle callbacks. */
const requestIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run);
  else setTimeout(run, 0);
};
