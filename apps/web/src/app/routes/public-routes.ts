import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { prefetchPlace } from '../../data/results/prefetch-place.ts';
import { loadTexts } from '../../i18n/start-texts.ts';
import type { SearchParams } from '../search-params.ts';
import { rootRoute } from './root-route.ts';

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: () => loadTexts('home'),
  component: lazyRouteComponent(() => import('../../features/home/home-page.tsx'), 'HomePage'),
});

export const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify',
  loader: () => loadTexts('verify'),
  component: lazyRouteComponent(() => import('../../features/verify/verify-page.tsx'), 'VerifyPage'),
});

export const countRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/count',
  loader: () => loadTexts('count'),
  component: lazyRouteComponent(() => import('../../features/count/count-page.tsx'), 'CountPage'),
});

/** Every state of the map is an address: which race, where, as map or hexagons, compared with the last time or not. */
export interface LiveMapSearch {
  readonly race?: string | undefined;
  readonly area?: string | undefined;
  readonly level?: string | undefined;
  readonly view?: string | undefined;
  readonly compare?: string | undefined;
  readonly sort?: string | undefined;
  readonly list?: string | undefined;
}

const pick = (search: SearchParams, ...names: readonly (keyof LiveMapSearch)[]): LiveMapSearch =>
  Object.fromEntries(names.filter((name) => search[name]).map((name) => [name, search[name]]));

export const liveMapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/elections/$election',
  validateSearch: (search: SearchParams): LiveMapSearch =>
    pick(search, 'race', 'area', 'level', 'view', 'compare', 'sort', 'list'),
  loader: ({ params }) => {
    void prefetchPlace(params.election);
    return loadTexts('results', 'live-map');
  },
  component: lazyRouteComponent(() => import('../../features/live-map/live-map-page.tsx'), 'LiveMapPage'),
});

export interface StageSearch {
  readonly race?: string | undefined;
  readonly area?: string | undefined;
  readonly view?: string | undefined;
}

export const presenterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/elections/$election/presenter',
  validateSearch: (search: SearchParams): StageSearch => pick(search, 'race'),
  loader: () => loadTexts('results', 'live-map', 'presenter'),
  component: lazyRouteComponent(() => import('../../features/presenter/presenter-page.tsx'), 'PresenterPage'),
});

export const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/elections/$election/wall',
  validateSearch: (search: SearchParams): StageSearch => pick(search, 'race', 'area', 'view'),
  loader: () => loadTexts('results', 'wall'),
  component: lazyRouteComponent(() => import('../../features/wall/wall-page.tsx'), 'WallPage'),
});

export const mailboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dev/mailbox',
  loader: () => loadTexts('dev-mailbox'),
  component: lazyRouteComponent(() => import('../../features/dev-mailbox/mailbox-page.tsx'), 'MailboxPage'),
});
