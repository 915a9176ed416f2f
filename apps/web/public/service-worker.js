/*
 * Lets the pages start without signal, and shows push messages.
 *
 * It keeps the page's HTML (/) and the hashed files of one build, all of them or none, in a cache named after the build.
 * Pages come from the network and only without it from here; hashed files come from here first, for what is behind
 * such a name never changes. Shapes of areas are hashed and public too. Nothing else is ever looked at: the API, the
 * live feed and the public log pass by, and no answer of theirs is kept here.
 */
const build = /* the build writes it here */ { version: 'development', entry: '', groups: {} };

const shellPrefix = 'comitium-shell-';
const shellName = `${shellPrefix}${build.version}`;
const shapesName = 'comitium-shapes';
const shapesAtMost = 24;
const wishesName = 'comitium-offline-wishes';
const wishesAddress = '/offline-wishes';
/* Phones often say they are connected when nothing gets through; then the kept page opens. */
const patienceMs = 6000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepBuild().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldBuilds().then(() => self.clients.claim()));
});

/* A page asks for the files of its language, and of the sending pages where somebody has signed in. */
self.addEventListener('message', (event) => {
  if (event.data?.op !== 'keep') return;
  const answer = (kept) => event.ports[0]?.postMessage({ kept, version: build.version });
  event.waitUntil(
    keepWishes(event.data).then(
      () => answer(true),
      () => answer(false),
    ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isOwnPage(pathname)) event.respondWith(answerPage(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(answerAsset(request));
  else if (pathname.startsWith('/boundaries/')) event.respondWith(answerShapes(request));
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

const isOwnPage = (path) =>
  !/^\/(api|live|log|boundaries|assets|metrics|healthz|readyz|\.well-known)(\/|$)/.test(path);

const answerPage = async (request) => {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    const answer = await fetch(request, { signal: patience.signal });
    // A proxy whose server is away says 502; the kept page knows how to wait for it.
    return answer.status < 500 ? answer : ((await findPage()) ?? answer);
  } catch {
    return (await findPage()) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
};

/* The page of this build, or of the one before it while this one is not whole. */
const findPage = async () => {
  for (const name of [shellName, ...(await oldShells()).reverse()]) {
    const page = await caches.match('/', { cacheName: name, ignoreVary: true });
    if (page) return page;
  }
  return undefined;
};

const answerAsset = async (request) => {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  // Which scripts a page's names are written in shows only when it is drawn.
  if (answer.ok && request.destination === 'font') {
    const copy = answer.clone();
    await caches.open(shellName).then((cache) => cache.put(request, copy));
  }
  return answer;
};

const answerShapes = async (request) => {
  const cache = await caches.open(shapesName);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    const addresses = await cache.keys();
    const oldest = addresses.slice(0, Math.max(0, addresses.length - shapesAtMost));
    await Promise.all(oldest.map((address) => cache.delete(address)));
  }
  return answer;
};

/*
 * All files first and the page last, so that a cache with a page is whole. What an older build has already is copied.
 * The server may have a newer build than this worker, in the minutes of an update: then it installs another time.
 */
const keepBuild = async () => {
  const cache = await caches.open(shellName);
  await keepFiles(cache, ['start', ...(await readWishes())]);
  if (await cache.match('/', { ignoreVary: true })) return;
  const page = await fetch('/', { cache: 'no-cache' });
  const html = await page.clone().text();
  if (!page.ok || !html.includes(`"${build.entry}"`)) throw new Error('the server has another build');
  await cache.put('/', page);
};

const keepFiles = async (cache, groups) => {
  const wanted = new Set(['/favicon.svg', ...groups.flatMap((group) => build.groups[group] ?? [])]);
  for (const { url } of await cache.keys()) wanted.delete(new URL(url).pathname);
  await Promise.all([...wanted].map((address) => keepFile(cache, address)));
};

const keepFile = async (cache, address) => {
  const hashed = address.startsWith('/assets/');
  const answer = (hashed && (await caches.match(address, { ignoreVary: true }))) || (await fetch(address));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  await cache.put(address, answer);
};

const readWishes = async () => {
  const kept = await caches.match(wishesAddress, { cacheName: wishesName });
  return kept ? kept.json() : [];
};

/* Remembered, so that the next build is kept with the same groups before any page has asked it. */
const keepWishes = async ({ groups, shapes }) => {
  const wishes = [...new Set([...(await readWishes()), ...groups])].filter((group) => build.groups[group]);
  const cache = await caches.open(wishesName);
  await cache.put(wishesAddress, new Response(JSON.stringify(wishes)));
  await keepBuild();
  await Promise.all(shapes.map((address) => answerShapes(new Request(address))));
};

/* In the order in which they were made. */
const oldShells = async () =>
  (await caches.keys()).filter((name) => name.startsWith(shellPrefix) && name !== shellName);

/* The one before stays for pages that are still open: what they have not fetched yet the server no longer has. */
const dropOldBuilds = async () => {
  const names = await oldShells();
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
};
