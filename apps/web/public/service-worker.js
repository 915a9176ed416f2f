/*
 * Shows push messages, and makes the pages under /send and /elections/…/send open without signal.
 * It keeps the page's HTML (/) and the hashed scripts, styles, texts and fonts that a sending page says it is made of.
 * Pages come from the network and only without it from here; hashed files come from here first. It never keeps an
 * answer of the API: sheets and lists are kept by the page itself.
 */
const cacheName = 'comitium-shell-1';
/* Phones often say they are connected when nothing gets through; then the kept page opens. */
const patienceMs = 6000;

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOtherCaches().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data?.op === 'keep') event.waitUntil(keepExactly(event.data.addresses));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isOwnPage(address.pathname)) event.respondWith(answerPage(request));
  else if (address.pathname.startsWith('/assets/')) event.respondWith(answerAsset(request));
});

self.addEventListener('push', (event) => {
  event.waitUntil(showMessage(event.data));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.address));
});

/* The same tag replaces what is shown already: a message that comes twice is seen once. */
const showMessage = (data) => {
  const { title, body, tag, link } = data.json();
  const address = new URL(link ?? '/', self.location.origin);
  const own = address.origin === self.location.origin ? address.href : self.location.origin;
  return self.registration.showNotification(title, { body, tag, data: { address: own } });
};

const isOwnPage = (path) => !/^\/(api|live|boundaries|metrics|healthz|readyz)(\/|$)/.test(path);

const answerPage = async (request) => {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
  } catch {
    return (await caches.match('/', { cacheName, ignoreVary: true })) ?? Response.error();
  }
};

const answerAsset = async (request) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request);

/*
 * The page and the files of one build, and no others: a page without its files would not open, and the cache must not
 * grow with every release. When a new build was put up since the page was opened, the next visit keeps that one.
 */
const keepExactly = async (addresses) => {
  const page = await fetch('/', { cache: 'no-cache' });
  const html = await page.clone().text();
  const needed = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, address]) => address);
  if (!page.ok || needed.length === 0 || needed.some((address) => !addresses.includes(address))) return;
  const cache = await caches.open(cacheName);
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  await cache.addAll(addresses.filter((address) => !kept.includes(address)));
  await cache.put('/', page);
  const stale = kept.filter((path) => path !== '/' && !addresses.includes(path));
  await Promise.all(stale.map((path) => cache.delete(path)));
};

const dropOtherCaches = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
};
