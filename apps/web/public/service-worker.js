/*
 * Makes the pages under /send and /elections/…/send open without signal.
 * It keeps: the page's HTML (/), newest from the network where there is one; and the hashed scripts, styles, texts and
 * fonts that a sending page says it is made of. It never keeps an answer of the API: sheets and lists are kept by the
 * page itself.
 */
const cacheName = 'comitium-shell-1';
/* Phones often say they are connected when nothing gets through; then the kept page opens. */
const patienceMs = 6000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => self.skipWaiting()));
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

const isOwnPage = (path) => !/^\/(api|live|boundaries|metrics|healthz|readyz)(\/|$)/.test(path);

const keepPage = async () => {
  const cache = await caches.open(cacheName);
  await cache.add(new Request('/', { cache: 'reload' }));
};

const answerPage = async (request) => {
  const cache = await caches.open(cacheName);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    const isPage =
      answer.ok && !answer.redirected && answer.headers.get('content-type')?.includes('text/html');
    if (isPage) await cache.put('/', answer.clone());
    return answer;
  } catch {
    return (await cache.match('/')) ?? Response.error();
  }
};

const answerAsset = async (request) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request);

/** The files of one build and no others, so that the cache does not grow with every release. */
const keepExactly = async (addresses) => {
  const cache = await caches.open(cacheName);
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  await cache.addAll(addresses.filter((address) => !kept.includes(address)));
  const stale = kept.filter((path) => path !== '/' && !addresses.includes(path));
  await Promise.all(stale.map((path) => cache.delete(path)));
};

const dropOtherCaches = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
};
