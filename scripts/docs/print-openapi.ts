import { withUnstartedApp } from './unstarted-app.ts';

export const printOpenApi = (): Promise<string> =>
  withUnstartedApp(async (app) => {
    await app.server.ready();
    return `${JSON.stringify(app.server.swagger(), null, 2)}\n`;
  });
