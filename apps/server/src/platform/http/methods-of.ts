import type { FastifyInstance } from 'fastify';

/** Which methods an address takes; none where nothing is there. */
export type MethodsOf = (url: string) => readonly string[];

declare module 'fastify' {
  interface FastifyInstance {
    methodsOf: MethodsOf;
  }
}

/** Listens to every route that is added from now on. */
export const collectMethods = (server: FastifyInstance): MethodsOf => {
  const routes: { method: string; matches: RegExp }[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    if (url === '*') return;
    const pattern = url.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:[^/.]+/g, '[^/]+');
    for (const one of [method].flat()) routes.push({ method: one, matches: new RegExp(`^${pattern}$`) });
  });
  return (url) => {
    const [path = ''] = url.split('?');
    const found = routes.filter(({ matches }) => matches.test(path)).map(({ method }) => method);
    return found.length === 0 ? [] : [...new Set([...found, 'OPTIONS'])].sort();
  };
};
