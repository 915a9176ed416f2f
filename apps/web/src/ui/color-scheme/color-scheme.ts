/** What the reader chose: a scheme, or as the device has it. Kept on the device, and told to every listener. */
export type ChosenScheme = 'auto' | 'light' | 'dark';
export type Scheme = 'light' | 'dark';

const key = 'comitium.color-scheme';
const listeners = new Set<() => void>();
const darkDevice = window.matchMedia('(prefers-color-scheme: dark)');

const isChosen = (value: string | null): value is ChosenScheme =>
  value === 'auto' || value === 'light' || value === 'dark';

const read = (): ChosenScheme => {
  const kept = localStorage.getItem(key);
  return isChosen(kept) ? kept : 'auto';
};

let chosen = read();

const show = (): void => {
  if (chosen === 'auto') delete document.documentElement.dataset['scheme'];
  else document.documentElement.dataset['scheme'] = chosen;
};

/** Before the first paint, so that a dark page does not flash up light. */
export const startColorScheme = show;

export const chosenScheme = (): ChosenScheme => chosen;

export const shownScheme = (): Scheme => {
  if (chosen !== 'auto') return chosen;
  return darkDevice.matches ? 'dark' : 'light';
};

export const chooseScheme = (scheme: ChosenScheme): void => {
  chosen = scheme;
  localStorage.setItem(key, scheme);
  show();
  for (const listener of listeners) listener();
};

export const onSchemeChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  darkDevice.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    darkDevice.removeEventListener('change', listener);
  };
};
