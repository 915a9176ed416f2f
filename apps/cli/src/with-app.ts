import { type App, buildApp, type Config, endSoon, openPlatform, readConfig } from '@comitium/server';
import { fail } from './fail.ts';

export const requireConfig = (): Config | null => {
  const config = readConfig(process.env);
  if (config.ok) return config.value;
  fail(config.error.join('\n'));
  return null;
};

/** Runs `work` on the program without its listener, and closes everything after it. */
export const withApp = async (work: (app: App) => Promise<void>): Promise<void> => {
  const config = requireConfig();
  if (config === null) return;
  const opened = await openPlatform({ ...config, logLevel: 'error' }, { besideRunning: true });
  if (!opened.ok) {
    fail(opened.error);
    return endSoon(1);
  }
  try {
    const app = await buildApp(opened.value.parts, {});
    await work(app);
  } finally {
    await opened.value.close();
  }
};
