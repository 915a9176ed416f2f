import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

const files = import.meta.glob<Record<string, ComponentType>>(
  '../features/{sign-in,join,account,security-settings,send-sheet,desk,set-up,dead-letters,audit,administration,invitation}/*-page.tsx',
);

const loadPage = async (file: string, component: string): Promise<{ page: ComponentType }> => {
  const load = files[`../features/${file}.tsx`];
  if (!load) return { page: (await import('./not-built-page.tsx')).NotBuiltPage };
  const page = (await load())[component];
  if (!page) throw new Error(`${file} does not export ${component}`);
  return { page };
};

/** A page behind the sign-in, fetched when somebody goes there: `desk/desk-page` and the name it exports. */
export const privatePage = (file: string, component: string) =>
  lazyRouteComponent(() => loadPage(file, component), 'page');
