/** A glob, because the pages themselves lead here. */
const pages = import.meta.glob('../*-page.tsx');

/**
 * Registers the service worker and tells it which files the sending pages are made of, so that they open without
 * signal. Only these pages do so: a public page never installs anything on its visitor's device.
 */
export const keepShellForOffline = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register('/service-worker.js');
    const registration = await navigator.serviceWorker.ready;
    // Somebody who came straight to one of the pages may open the other one later.
    await Promise.all([...Object.values(pages).map((load) => load()), document.fonts.ready]);
    registration.active?.postMessage({ op: 'keep', addresses: shellAddresses() });
  } catch {
    // A browser may forbid workers; everything works but opening the page without signal.
    return;
  }
};

/** Scripts, styles, texts and fonts that this page has fetched so far. */
const shellAddresses = (): string[] => {
  const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const own = fetched.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'),
  );
  return [...new Set([...own.map(({ pathname }) => pathname), '/favicon.svg'])];
};
