import { createRouter } from '@tanstack/react-router';
import {
  auditRoute,
  chooseDeskRoute,
  chooseElectionRoute,
  deadLettersRoute,
  deskRoute,
  privateRoute,
  securityRoute,
  sendSheetRoute,
  setUpRoute,
  signInRoute,
} from './routes/private-routes.ts';
import {
  homeRoute,
  liveMapRoute,
  mailboxRoute,
  presenterRoute,
  verifyRoute,
  wallRoute,
} from './routes/public-routes.ts';
import { rootRoute } from './routes/root-route.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

const routeTree = rootRoute.addChildren([
  homeRoute,
  liveMapRoute,
  presenterRoute,
  wallRoute,
  mailboxRoute,
  verifyRoute,
  privateRoute.addChildren([
    signInRoute,
    securityRoute,
    chooseElectionRoute,
    sendSheetRoute,
    chooseDeskRoute,
    deskRoute,
    setUpRoute,
    deadLettersRoute,
    auditRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
