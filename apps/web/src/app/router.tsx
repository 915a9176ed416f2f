import { createRouter } from '@tanstack/react-router';
import {
  accountRoute,
  administrationRoute,
  auditRoute,
  chooseDeskRoute,
  chooseElectionRoute,
  confirmChangeRoute,
  confirmSignUpRoute,
  deadLettersRoute,
  deskRoute,
  forgotPasswordRoute,
  invitationRoute,
  joinRoute,
  personRoute,
  privateRoute,
  resetPasswordRoute,
  securityRoute,
  sendSheetRoute,
  setUpRoute,
  signInRoute,
} from './routes/private-routes.ts';
import {
  countRoute,
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
  countRoute,
  privateRoute.addChildren([
    signInRoute,
    forgotPasswordRoute,
    resetPasswordRoute,
    joinRoute,
    confirmSignUpRoute,
    accountRoute,
    confirmChangeRoute,
    securityRoute,
    chooseElectionRoute,
    sendSheetRoute,
    chooseDeskRoute,
    deskRoute,
    setUpRoute,
    deadLettersRoute,
    auditRoute,
    administrationRoute,
    personRoute,
    invitationRoute,
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
