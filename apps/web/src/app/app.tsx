import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from '../data/query-client.ts';
import { readStyleNonce } from './read-style-nonce.ts';
import { router } from './router.tsx';
import { theme } from './theme/theme.ts';

/**
 * The variables of the theme stand in tokens.css, so that the component library injects no style element and the
 * policy can stay strict. Its classes `mantine-hidden-from-*` are the price: pages use media queries instead.
 */
export const App = () => (
  <DirectionProvider>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      getStyleNonce={readStyleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </DirectionProvider>
);
