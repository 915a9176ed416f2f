import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadTexts } from '../../i18n/start-texts.ts';
import { privatePage } from '../private-page.ts';
import type { SearchParams } from '../search-params.ts';
import { rootRoute } from './root-route.ts';

/** Brings the whole style sheet of the component library and the notifications; no address of its own. */
export const privateRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'private',
  component: lazyRouteComponent(() => import('../private-layout.tsx'), 'PrivateLayout'),
});

const validateSearch = (search: SearchParams): SearchParams => search;

export const signInRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/sign-in',
  validateSearch,
  loader: () => loadTexts('sign-in', 'entry', 'security'),
  component: privatePage('sign-in/sign-in-page', 'SignInPage'),
});

export const forgotPasswordRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/forgot-password',
  loader: () => loadTexts('sign-in', 'entry'),
  component: privatePage('sign-in/forgot-password-page', 'ForgotPasswordPage'),
});

export const resetPasswordRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/reset-password',
  loader: () => loadTexts('sign-in', 'entry'),
  component: privatePage('sign-in/reset-password-page', 'ResetPasswordPage'),
});

export const joinRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/join',
  loader: () => loadTexts('join', 'entry', 'security'),
  component: privatePage('join/join-page', 'JoinPage'),
});

export const confirmSignUpRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/sign-up/confirm',
  loader: () => loadTexts('join', 'entry', 'security'),
  component: privatePage('join/confirm-sign-up-page', 'ConfirmSignUpPage'),
});

export const accountRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/account',
  loader: () => loadTexts('account', 'entry'),
  component: privatePage('account/account-page', 'AccountPage'),
});

export const confirmChangeRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/confirm-change',
  loader: () => loadTexts('account', 'entry'),
  component: privatePage('account/confirm-change-page', 'ConfirmChangePage'),
});

export const securityRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/security',
  loader: () => loadTexts('security'),
  component: privatePage('security-settings/security-page', 'SecurityPage'),
});

export const sendSheetRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/elections/$election/send',
  validateSearch,
  loader: () => loadTexts('send-sheet', 'findings'),
  component: privatePage('send-sheet/send-sheet-page', 'SendSheetPage'),
});

export const chooseElectionRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/send',
  loader: () => loadTexts('send-sheet', 'findings'),
  component: privatePage('send-sheet/choose-election-page', 'ChooseElectionPage'),
});

export const deskRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/elections/$election/desk',
  validateSearch,
  loader: () => loadTexts('desk', 'findings'),
  component: privatePage('desk/desk-page', 'DeskPage'),
});

export const chooseDeskRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/desk',
  loader: () => loadTexts('desk', 'findings'),
  component: privatePage('desk/choose-desk-page', 'ChooseDeskPage'),
});

export const setUpRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/set-up',
  validateSearch,
  loader: () => loadTexts('set-up'),
  component: privatePage('set-up/set-up-page', 'SetUpPage'),
});

export const deadLettersRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/admin/dead-letters',
  loader: () => loadTexts('dead-letters'),
  component: privatePage('dead-letters/dead-letters-page', 'DeadLettersPage'),
});

export const auditRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/admin/audit',
  validateSearch,
  loader: () => loadTexts('audit'),
  component: privatePage('audit/audit-page', 'AuditPage'),
});

export const administrationRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/admin',
  validateSearch,
  loader: () => loadTexts('administration'),
  component: privatePage('administration/administration-page', 'AdministrationPage'),
});

export const personRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/admin/people/$person',
  loader: () => loadTexts('administration'),
  component: privatePage('administration/person-page', 'PersonPage'),
});

export const invitationRoute = createRoute({
  getParentRoute: () => privateRoute,
  path: '/invitation',
  loader: () => loadTexts('invitation', 'administration'),
  component: privatePage('invitation/invitation-page', 'InvitationPage'),
});
