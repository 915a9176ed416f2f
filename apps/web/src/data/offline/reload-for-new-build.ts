const key = 'comitium.reloaded-for';

const entryOf = (html: string): string | null => /<script[^>]+src="([^"]+)"/.exec(html)?.[1] ?? null;

/**
 * A page that was open while the server got a new build may ask for a file that is gone. Then the page is loaded anew,
 * once for each build; where the file is missing for any other reason, such as no signal, the page says so itself.
 */
const reloadIfOutdated = async (): Promise<void> => {
  const response = await fetch('/', { cache: 'no-cache' });
  const entry = response.ok ? entryOf(await response.text()) : null;
  const own = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  if (entry === null || entry === own || sessionStorage.getItem(key) === entry) return;
  sessionStorage.setItem(key, entry);
  window.location.reload();
};

export const reloadForNewBuild = (): void =>
  window.addEventListener('vite:preloadError', () => void reloadIfOutdated().catch(() => undefined));
