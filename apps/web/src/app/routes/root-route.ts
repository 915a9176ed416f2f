import { createRootRoute } from '@tanstack/react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { PageFailure } from '../page-failure.tsx';
import { Shell } from '../shell/shell.tsx';

export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: PageFailure,
});
